import type { Properties } from '../../model/graph.ts';
import { nodeFacts } from '../facts.ts';
import type { NetworkBuilder } from '../network.ts';
import { listInText } from '../values/property.ts';
import { Columns } from './columns.ts';
import type { EdgeTable } from './read-edges.ts';

/** Reads a table with a node a row. */
export function readNodes(
  { table, header, mapping, keyOf }: Omit<EdgeTable, 'declared'>,
  builder: NetworkBuilder,
): void {
  const columns = new Columns(table, header, mapping);
  const id = columns.at(mapping.id ?? header.names[0] ?? '');
  const year = mapping.latest === undefined ? undefined : columns.at(mapping.latest);
  const latest = new Map<string, string>();
  columns.profile(header.firstAt, mapping, builder, (cells) => {
    if (year === undefined) return;
    const [key, when] = [columns.text(cells, id), columns.text(cells, year)];
    const before = latest.get(key);
    if (before === undefined || before < when) latest.set(key, when);
  });
  const name = mapping.name === undefined ? undefined : columns.at(mapping.name);
  const aliases = mapping.aliases === undefined ? undefined : columns.at(mapping.aliases);
  const apart = new Set([id, name, aliases, header.counts ? 0 : undefined]);
  const rest = header.names.flatMap((title, at): [string, number][] =>
    apart.has(at) || title === '' || mapping.ignore?.includes(title) ? [] : [[title, at]],
  );
  table.scan((cells, at) => {
    if (at < header.firstAt) return undefined;
    const key = columns.text(cells, id);
    const where = table.where(at);
    if (key === '') {
      builder.skipped.nodes += 1;
      builder.warn(where, `has no ${header.names[id] || 'id'}; the row is skipped.`, 'node without an id');
      return undefined;
    }
    if (year !== undefined && latest.get(key) !== columns.text(cells, year)) {
      builder.skipped.nodes += 1;
      builder.warn(
        where,
        `is earlier than the last ${mapping.latest} of ${key}, which is taken.`,
        'earlier row of a node',
      );
      return undefined;
    }
    const given: Properties = {};
    for (const [title, column] of rest)
      columns.put(given, title === mapping.labels ? 'labels' : title, cells, column);
    if (name !== undefined) columns.put(given, 'name', cells, name);
    if (name !== undefined && given.name !== undefined) given.name = String(given.name);
    const others = aliases === undefined ? '' : columns.text(cells, aliases);
    if (others !== '') given.aliases = listInText(others) ?? others.split(/\s*[;|]\s*/).filter(Boolean);
    const facts = nodeFacts(given, mapping.label);
    builder.declare(keyOf(key), facts.properties, facts.labels, where);
    return undefined;
  });
}
