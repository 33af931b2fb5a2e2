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
  columns.profile(header.firstAt, mapping, builder, () => {});
  const id = columns.at(mapping.id ?? header.names[0] ?? '');
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
