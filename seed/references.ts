import { nearest } from '../server/core/files/nearest.ts';
import type { RawEntry } from '../server/core/files/yaml.ts';
import { spanOf } from '../server/core/model/dates.ts';
import type { ErrorDetail } from '../server/core/model/errors.ts';
import { pushAll } from '../server/core/numbers/extremes.ts';
import type { Checked, CheckedEntries } from './checked.ts';
import type { RawDataSet } from './read.ts';

const NODE_FILES = ['actors.yaml', 'events.yaml', 'issues.yaml', 'sources.yaml'] as const;
const LABELS = {
  'actors.yaml': 'Actor',
  'events.yaml': 'Event',
  'issues.yaml': 'Issue',
  'sources.yaml': 'Source',
};

/** Everything that ties entries together: ids, ends, kinds, sources and the order of dates. */
export function checkReferences(entries: CheckedEntries, raw: RawDataSet): ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  const nodes = NODE_FILES.flatMap((file) => raw.entries[file]);
  reportDuplicates(nodes, 'id', problems);
  reportDuplicates(raw.entries['edges.yaml'], 'id', problems);
  reportDuplicates(raw.entries['types.yaml'], 'type', problems);
  const labels = labelsById(raw);
  for (const edge of entries['edges.yaml']) pushAll(problems, checkEdge(edge, labels, entries, raw));
  for (const event of entries['events.yaml']) pushAll(problems, checkOrder(event, 'start', 'end'));
  return problems;
}

/** The labels of every node by id, also of nodes with other faults, so that one fault is told once. */
function labelsById(raw: RawDataSet): Map<string, string[]> {
  const labels = new Map<string, string[]>();
  for (const file of NODE_FILES) {
    for (const { value } of raw.entries[file]) {
      const { id, kind } = Object(value) as { id?: unknown; kind?: unknown };
      if (typeof id !== 'string') continue;
      labels.set(id, file === 'actors.yaml' ? [LABELS[file], String(kind)] : [LABELS[file]]);
    }
  }
  return labels;
}

function reportDuplicates(entries: RawEntry[], field: string, problems: ErrorDetail[]): void {
  const first = new Map<unknown, RawEntry>();
  for (const entry of entries) {
    const value = (Object(entry.value) as Record<string, unknown>)[field];
    const earlier = first.get(value);
    if (earlier && value !== undefined) {
      const where = `${earlier.file}:${earlier.lineOf([field])}`;
      problems.push({
        path: placeOf(entry, field),
        message: `has the ${field} ${value} of ${where} again; rename one.`,
      });
    } else first.set(value, entry);
  }
}

function checkEdge(
  edge: Checked<'edges.yaml'>,
  labels: Map<string, string[]>,
  entries: CheckedEntries,
  raw: RawDataSet,
): ErrorDetail[] {
  const { value, raw: entry } = edge;
  const problems: ErrorDetail[] = [];
  const report = (field: string, message: string) => problems.push({ path: placeOf(entry, field), message });
  const ids = [...labels.keys()];
  const types = raw.entries['types.yaml'].map((each) =>
    String((Object(each.value) as { type?: unknown }).type),
  );
  if (!types.includes(value.type))
    report('type', `type: ${value.type} is not declared in types.yaml. ${nearest(value.type, types)}`);
  const type = entries['types.yaml'].find((each) => each.value.type === value.type)?.value;
  for (const end of ['from', 'to'] as const) {
    const own = labels.get(value[end]);
    if (!own) report(end, `${end}: no node has the id ${value[end]}. ${nearest(value[end], ids)}`);
    else if (type && !own.some((label) => (type[end] as string[]).includes(label))) {
      report(
        end,
        `${end}: ${value[end]} is ${own.at(-1)}, but ${value.type} goes ${end} ${type[end].join(' or ')}; change one or the other.`,
      );
    }
  }
  const sources = entries['sources.yaml'].map((each) => each.value);
  const source = sources.find((each) => each.id === value.source);
  if (labels.get(value.source)?.[0] !== 'Source')
    report(
      'source',
      `source: no source has the id ${value.source}. ${nearest(
        value.source,
        sources.map((each) => each.id),
      )}`,
    );
  if (!['Actor', 'Source'].includes(labels.get(value.assertedBy)?.[0] ?? '')) {
    report(
      'assertedBy',
      `assertedBy: no actor or source has the id ${value.assertedBy}. ${nearest(value.assertedBy, ids)}`,
    );
  }
  if (source && value.statedOn && spanOf(value.statedOn).first > spanOf(source.published).last) {
    report(
      'statedOn',
      `statedOn: ${value.statedOn} is after its source was published (${source.published}).`,
    );
  }
  return [...problems, ...checkOrder(edge, 'since', 'until')];
}

function checkOrder(
  { value, raw }: { value: object; raw: RawEntry },
  start: string,
  end: string,
): ErrorDetail[] {
  const { [start]: first, [end]: last } = value as Record<string, string | undefined>;
  if (!first || !last || spanOf(first).first <= spanOf(last).last) return [];
  return [
    {
      path: placeOf(raw, end),
      message: `${end}: ${last} is before ${start} (${first}); swap or correct them.`,
    },
  ];
}

function placeOf(entry: RawEntry, field: string): string {
  return `${entry.file}:${entry.lineOf([field])}`;
}
