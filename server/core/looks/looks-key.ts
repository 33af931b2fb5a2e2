import type { Shape } from '../model/style.ts';
import { uncapital } from '../words/words.ts';
import type { Look, PictureLooks } from './looks.ts';
import type { Swatch } from './swatch.ts';

/** One row of what looks other than the usual mean; a heading says what the rows after it are about. */
export type LooksRow =
  | { kind: 'heading'; title: string }
  | { kind: 'colour'; title: string; fill: number }
  | { kind: 'size'; title: string; radius: number }
  | { kind: 'shape'; title: string; shape: Shape }
  | { kind: 'width'; title: string; width: number }
  | { kind: 'own'; title: string; swatch: Swatch };

const TITLES: Readonly<Record<Look, string>> = {
  places: 'Places',
  size: 'Size',
  colour: 'Colour',
  shape: 'Shape',
  width: 'Width',
};

/** What is said over the rules of own looks. */
export const OWN = 'Own looks: the first rule that fits';

/** What places, sizes, colours, shapes and widths mean, as far as that is not the usual; in every legend the same. */
export function looksKey({
  says = {},
  key,
  sizeKey = [],
  shapeKey = [],
  widthKey = [],
  own,
}: PictureLooks): LooksRow[] {
  const heading = (look: Look): LooksRow[] => {
    const said = says[look];
    return said === undefined ? [] : [{ kind: 'heading', title: `${TITLES[look]}: ${uncapital(said)}` }];
  };
  return [
    ...heading('places'),
    ...heading('size'),
    ...sizeKey.map(({ radius, title }): LooksRow => ({ kind: 'size', title, radius })),
    ...heading('colour'),
    ...key.map(({ fill, title }): LooksRow => ({ kind: 'colour', title, fill })),
    ...heading('shape'),
    ...shapeKey.map(({ shape, title }): LooksRow => ({ kind: 'shape', title, shape })),
    ...heading('width'),
    ...widthKey.map(({ width, title }): LooksRow => ({ kind: 'width', title, width })),
    ...(own?.rows.length ? [{ kind: 'heading', title: OWN } as const] : []),
    ...(own?.rows ?? []).map(({ swatch, title }): LooksRow => ({ kind: 'own', title, swatch })),
  ];
}
