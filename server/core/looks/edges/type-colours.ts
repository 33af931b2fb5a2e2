import type { EdgeLook, PaletteColour } from '../look.ts';
import { CATEGORIES } from '../palette.ts';

/** The colour of relationship types. */
export type TypeColours = ReadonlyMap<string, PaletteColour>;

const before = new WeakMap<readonly string[], TypeColours>();

/**
 * The colours of relationship types where no edge of the whole database has a sign, for colour to say; in alphabetical
 * order, starting over where there are more types than colours. Not by what is shown: a filter would change what colours
 * mean. The same for the same list.
 *
 * @param types Of the whole database; absent where colours say who supports and who opposes.
 */
export function typeColours(types: readonly string[] | undefined): TypeColours | undefined {
  if (!types) return undefined;
  const known = before.get(types);
  if (known) return known;
  const colours = new Map(types.map((type, at) => [type, `palette-${at % CATEGORIES}` as const]));
  before.set(types, colours);
  return colours;
}

/** What of an edge's line is otherwise than its sign and its evidence make it: rules go before types. */
export function ownLine(
  { types, lines }: { types?: TypeColours; lines?: ReadonlyMap<string, Partial<EdgeLook>> },
  { key, attributes: { type } }: { key: string; attributes: { type: string } },
): Partial<EdgeLook> | undefined {
  const [colour, own] = [types?.get(type), lines?.get(key)];
  return colour ? { colour, ...own } : own;
}
