import { nearest } from '../server/core/files/nearest.ts';
import type { RawEntry } from '../server/core/files/yaml.ts';
import { spanOf } from '../server/core/model/dates.ts';
import type { ErrorDetail } from '../server/core/model/errors.ts';
import { pushAll } from '../server/core/numbers/extremes.ts';
import type { Checked, CheckedEntries } from './checked.ts';
import type { Entry } from './format/format.ts';
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
  const known = knownOf(entries, raw);
  for (const edge of entries['edges.yaml']) pushAll(problems, checkEdge(edge, known));
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

/** What edges name, gathered once for all of them. */
interface Known {
  labels: Map<string, string[]>;
  ids: string[];
  typeNames: string[];
  types: Map<string, Entry<'types.yaml'>>;
  sources: Map<string, Entry<'sources.yaml'>>;
}

function knownOf(entries: CheckedEntries, raw: RawDataSet): Known {
  const labels = labelsById(raw);
  return {
    labels,
    ids: [...labels.keys()],
    typeNames: raw.entries['types.yaml'].map(({ value }) =>
      String((Object(value) as { type?: unknown }).type),
    ),
    types: new Map(entries['types.yaml'].map(({ value }) => [value.type, value])),
    sources: new Map(entries['sources.yaml'].map(({ value }) => [value.id, value])),
  };
}

function checkEdge(edge: Checked<'edges.yaml'>, known: Known): ErrorDetail[] {
  const { value, raw: entry } = edge;
  const problems: ErrorDetail[] = [];
  const report: Report = (field, message) => problems.push({ path: placeOf(entry, field), message });
  checkEnds(value, known, report);
  checkEvidence(value, known, report);
  return [...problems, ...checkOrder(edge, 'since', 'until')];
}

type Report = (field: string, message: string) => void;

function checkEnds(
  value: Entry<'edges.yaml'>,
  { labels, ids, types, typeNames }: Known,
  report: Report,
): void {
  const type = types.get(value.type);
  if (!type && !typeNames.includes(value.type))
    report('type', `type: ${value.type} is not declared in types.yaml. ${nearest(value.type, typeNames)}`);
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
}

function checkEvidence(value: Entry<'edges.yaml'>, { labels, ids, sources }: Known, report: Report): void {
  const { source, assertedBy, statedOn } = value;
  if (labels.get(source)?.[0] !== 'Source')
    report('source', `source: no source has the id ${source}. ${nearest(source, [...sources.keys()])}`);
  if (assertedBy !== undefined && !['Actor', 'Source'].includes(labels.get(assertedBy)?.[0] ?? ''))
    report(
      'assertedBy',
      `assertedBy: no actor or source has the id ${assertedBy}. ${nearest(assertedBy, ids)}`,
    );
  const published = sources.get(source)?.published;
  if (published && statedOn && spanOf(statedOn).first > spanOf(published).last)
    report('statedOn', `statedOn: ${statedOn} is after its source was published (${published}).`);
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
