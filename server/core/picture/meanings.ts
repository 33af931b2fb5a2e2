import { degree } from '../measures/nodes/degree.ts';
import { nodeMeasure } from '../measures/registry.ts';
import type { View } from '../view/view.ts';
import type { Grouping } from './groups.ts';
import { PROPERTY } from './node-values.ts';

type Size = NonNullable<View['size']>;
type Colour = NonNullable<View['colour']>;

/** What a size or colour of nodes may mean: its name, and a sentence on what it says. */
export interface Meaning {
  title: string;
  says: string;
}

function ofMeasure(id: string): Meaning | undefined {
  const measure = nodeMeasure(id);
  return measure && { title: measure.name, says: measure.sentence };
}

const DEGREE = { title: degree.name, says: degree.sentence };

/** What the size of a node means; undefined means its degree. */
export function sizeMeaning(size: Size = 'degree'): Meaning {
  if (size === 'same') return { title: 'All the same', says: 'Size has no meaning.' };
  if (!size.startsWith(PROPERTY)) return ofMeasure(size) ?? DEGREE;
  const name = size.slice(PROPERTY.length);
  return { title: `Property ${name}`, says: `The larger a node’s ${name}, the larger the node.` };
}

/** What a colour of nodes means; undefined means their label. */
export function colourMeaning(colour: Colour | undefined): Meaning {
  if (colour === undefined) return { title: 'Label', says: 'Colour repeats what shape shows.' };
  const name = colour.slice(PROPERTY.length);
  return ofMeasure(colour) ?? { title: `Property ${name}`, says: `The property ${name} of a node.` };
}

const WIDTHS: Readonly<Record<'same' | 'parallel' | 'confidence', Meaning>> = {
  same: { title: 'All the same', says: 'Width has no meaning.' },
  parallel: {
    title: 'Parallel edges',
    says: 'The more edges join two nodes, the wider each is.',
  },
  confidence: { title: 'Confidence', says: 'The more certain a claim, the wider its edge.' },
};

/** What the shape of a node means; undefined means its label. */
export function shapeMeaning(shape: View['shape']): Meaning {
  return shape === undefined ? { title: 'Label', says: 'Shape shows the label.' } : colourMeaning(shape);
}

/** What the width of an edge means; undefined means whether it takes a side, and how real and sure it is. */
export function widthMeaning(width: View['width']): Meaning {
  if (width === undefined) return { title: 'Sign of the stance', says: 'Support and opposition are wider.' };
  if (width === 'same' || width === 'parallel' || width === 'confidence') return WIDTHS[width];
  const name = width.slice(PROPERTY.length);
  return { title: `Property ${name}`, says: `The larger an edge’s ${name}, the wider the edge.` };
}

const GROUPINGS: Readonly<Record<'label' | 'part', Meaning>> = {
  label: { title: 'Label', says: 'Nodes with the same label are placed together.' },
  part: { title: 'Connected component', says: 'Nodes connected by a path are placed together.' },
};

/** What a layout by groups puts together. */
export function groupingMeaning(group: Grouping): Meaning {
  if (group === 'label' || group === 'part') return GROUPINGS[group];
  return colourMeaning(group);
}
