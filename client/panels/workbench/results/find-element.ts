import type { TypedValue } from '../../../../server/core/model/typed-value.ts';
import type { ResultStore } from '../../../state/workbench/result.ts';
import { elementsIn } from '../../../state/workbench/typed-text.ts';

type Element = Extract<TypedValue, { $type: 'Node' | 'Relationship' }>;

/** Gives what finds the value behind a key of the picture in the rows; an edge added later has none. */
export function createElementFinder(
  rows: readonly (readonly TypedValue[])[],
  result: Pick<ResultStore, 'rowsOf' | 'keyOf'>,
): (key: string) => Element | undefined {
  return (key) => {
    const row = rows[result.rowsOf(key)[0] ?? -1];
    return row?.flatMap(elementsIn).find((element) => result.keyOf(element) === key);
  };
}
