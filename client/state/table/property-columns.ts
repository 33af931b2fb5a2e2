import { readDate } from '../../../server/core/model/dates.ts';
import type { Properties } from '../../../server/core/model/graph.ts';
import { byText } from '../../../server/core/numbers/random.ts';
import { dateInWords } from '../../../server/core/words/words.ts';
import { writtenOf } from '../selection/evidence.ts';
import type { Column, ColumnKind } from './table.ts';

/** A node or an edge, as far as its properties go. */
export interface Holder {
  attributes: { properties: Properties };
}

/** A property that some elements of a table have. */
export interface HeldProperty {
  name: string;
  /** How many have it. */
  count: number;
  /** What all its values are; texts where they are not all the same. */
  kind: ColumnKind;
  isLong: boolean;
}

/** A longer text is cut in its row. */
const LONG = 40;

const heldBefore = new WeakMap<readonly Holder[], readonly HeldProperty[]>();

/** Every property that any of the elements has, in alphabetical order; the same for the same elements. */
export function propertiesHeld(elements: readonly Holder[]): readonly HeldProperty[] {
  const known = heldBefore.get(elements);
  if (known) return known;
  const found = new Map<string, HeldProperty>();
  for (const { attributes } of elements)
    for (const [name, value] of Object.entries(attributes.properties)) {
      const text = writtenOf(value);
      if (text === undefined) continue;
      const kind = kindOf(value);
      const before = found.get(name) ?? { name, count: 0, kind, isLong: false };
      before.count += 1;
      if (kind !== before.kind) before.kind = 'text';
      before.isLong ||= text.length > LONG;
      found.set(name, before);
    }
  const held = [...found.values()].sort((a, b) => byText(a.name, b.name));
  heldBefore.set(elements, held);
  return held;
}

function kindOf(value: unknown): ColumnKind {
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' && readDate(value) !== undefined ? 'date' : 'text';
}

/**
 * Columns of the properties that are chosen, as far as any element has them: their values as they are, numbers in the
 * order of numbers and dates in that of time.
 *
 * @param taken Titles of the columns beside them.
 */
export function propertyColumns<T extends Holder>(
  held: readonly HeldProperty[],
  chosen: readonly string[],
  taken: readonly string[],
): Column<T>[] {
  return held
    .filter(({ name }) => chosen.includes(name))
    .map(({ name, kind, isLong }): Column<T> => {
      const value = ({ attributes }: T) =>
        Object.hasOwn(attributes.properties, name) ? attributes.properties[name] : undefined;
      const written = (element: T) => writtenOf(value(element)) ?? '';
      const order = (element: T) =>
        kind === 'number' ? ((value(element) as number) ?? '') : written(element);
      return {
        title: taken.includes(name) ? `Property ${name}` : name,
        cell: kind === 'date' ? (element) => dateInWords(written(element)) : written,
        order,
        data: order,
        kind,
        isLong,
      };
    });
}
