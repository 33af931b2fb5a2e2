import type { TypedValue } from '../../../../server/core/model/typed-value.ts';
import { textOf } from '../../../state/workbench/typed-text.ts';

/** The columns of a grid in CSS, after the number of the row, as wide as their names and some rows ask for. */
export function widthsOf(columns: readonly string[], rows: readonly (readonly TypedValue[])[]): string {
  const widths = columns.map((name, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, shownLength(row[at])), name.length + 5);
    return `minmax(${Math.min(26, Math.max(6, longest * 0.55 + 2))}rem, ${Math.max(1, Math.min(longest, 40))}fr)`;
  });
  return ['4rem', ...widths].join(' ');
}

function shownLength(value: TypedValue | undefined): number {
  if (!value) return 0;
  if (value.$type === 'Node' || value.$type === 'Relationship') return 24;
  return Math.min(60, textOf(value).length);
}
