import { checkEntry } from '../../../server/core/files/entry.ts';
import {
  type MappingFile,
  mappingFile,
  type TableMapping,
} from '../../../server/core/reading/table/mapping.ts';
import type { ReadTable } from '../../../server/core/reading/table/read-tables.ts';
import { attempt, type Memory } from '../../state/panels.ts';

const NAME = 'entente.mappings';
const MOST = 30;

/** The mappings that were used last, the newest first. */
function recall(memory: Memory | undefined): TableMapping[] {
  const said: unknown = attempt(() => JSON.parse(memory?.getItem(NAME) ?? 'null'));
  return checkEntry(mappingFile, said).entry?.tables ?? [];
}

const isOf = ({ columns = [] }: TableMapping, table: ReadTable) =>
  columns.length === table.columns.length && columns.every((column, at) => column === table.columns[at]);

/** Keeps what tables were read by, for the next that have the same columns. */
export function rememberMappings(memory: Memory | undefined, tables: readonly ReadTable[]): void {
  if (tables.length === 0) return;
  const others = recall(memory).filter((each) => !tables.some((table) => isOf(each, table)));
  const now = tables.map(({ mapping, columns }) => ({ ...mapping, columns: [...columns] }));
  const kept: MappingFile = { tables: [...now, ...others].slice(0, MOST) };
  attempt(() => memory?.setItem(NAME, JSON.stringify(kept)));
}

/** The mapping to read tables by where one with the same columns was read before; undefined where none was. */
export function withRemembered(
  memory: Memory | undefined,
  tables: readonly ReadTable[],
): MappingFile | undefined {
  const known = recall(memory);
  const found = tables.map((table) => known.find((each) => isOf(each, table)));
  if (!found.some(Boolean)) return undefined;
  return {
    tables: tables.map(({ mapping, columns }, at) => found[at] ?? { ...mapping, columns: [...columns] }),
  };
}
