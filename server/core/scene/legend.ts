import { edgeMarks } from '../looks/edges/marks.ts';
import type { TypeColours } from '../looks/edges/type-colours.ts';
import { edgeLook, primaryLabel, shapesOf } from '../looks/look.ts';
import type { PictureLooks } from '../looks/looks.ts';
import { type LooksRow, looksKey } from '../looks/looks-key.ts';
import {
  bandSwatch,
  denseSwatch,
  edgeSwatch,
  type Paint,
  ringSwatch,
  type Swatch,
  shapeSwatch,
  sizeSwatch,
  widthSwatch,
} from '../looks/swatch.ts';
import type { Graph, Sign } from '../model/graph.ts';
import { byText } from '../numbers/random.ts';
import { amount, labelInWords, typeAsTitle, typeInWords } from '../words/words.ts';
import { hasBands } from './bends.ts';

/** One row of a legend: a mark and what it means. A heading has none, and says what the rows after it are about. */
export interface LegendRow {
  title: string;
  /** What else is said, more quietly. */
  more?: string;
  swatch?: Swatch;
  /** Goes first where there is too little room: without it the picture is read less closely, not wrongly. */
  minor?: true;
}

/** What the emphasis on a selection means. */
export const SELECTED = { title: 'Selected', more: 'with its edges; all else is paler' };
/** What a band means. */
export const BAND = {
  title: 'Band: many edges between two nodes',
  more: 'the wider the more; it bears their number',
};
/** What it means that all lines are paler. */
export const PALER = {
  title: 'Pale edges: they are dense',
  more: 'stronger where more lie over one another',
};
/** At most this many relationship types of one sign are named. */
const NAMED = 4;
/** At most this many types have a row of their own. */
const MOST_TYPES = 16;
const SIGNS: readonly Sign[] = [1, -1, 0];

/**
 * What the marks of a picture mean, as far as they are in it: the same rows in the same order and words in every
 * legend, of the embed, of a saved page and of an exported picture.
 *
 * @param graph What is drawn.
 * @param select What is selected, which is in emphasis where it is drawn.
 * @param dense Whether its lines are paler as they are dense, see `opacityOf`.
 */
export function legendRows(
  graph: Graph,
  looks: PictureLooks,
  select: readonly string[] = [],
  dense = false,
): LegendRow[] {
  const { nodes, edges }: Pick<Graph, 'nodes' | 'edges'> = graph;
  const chosen = new Set(select);
  const isChosen = [...nodes, ...edges].some(({ key }) => chosen.has(key));
  const fill = looks.says?.colour !== undefined || looks.key.length > 0 ? 'textMuted' : undefined;
  const shapes = shapesOf(graph);
  // What has its shape or its dashes by an own rule tells nothing of labels and signs by them.
  const shaped = nodes.filter(({ key }) => looks.own?.nodes.get(key)?.shape === undefined);
  const labels = new Set(shaped.map(({ attributes }) => primaryLabel(attributes.labels)));
  const coloured = new Set(
    fill
      ? []
      : nodes
          .filter(({ key }) => !looks.own?.nodes.get(key)?.colour)
          .map(({ attributes }) => primaryLabel(attributes.labels)),
  );
  const lined = edges.filter(({ key }) => looks.own?.edges.get(key)?.dash === undefined);
  return [
    // Where shapes mean something else, nothing in the picture tells the label.
    ...(looks.says?.shape !== undefined || looks.shapeKey ? [] : [...labels].sort(byText)).map((label) => ({
      title: labelInWords(label),
      swatch: shapeSwatch(shapes.get(label) ?? 'circle', coloured.has(label) ? undefined : 'textMuted'),
    })),
    ...(looks.types
      ? typeRows(lined, looks.types)
      : SIGNS.flatMap((sign) => signRow(sign, lined, looks) ?? [])),
    ...edgeMarks(lined.map(({ attributes }) => attributes)).map(({ look, ...words }) => ({
      ...words,
      swatch: edgeSwatch(look),
      minor: true as const,
    })),
    ...(hasBands(graph) ? [{ ...BAND, swatch: bandSwatch() }] : []),
    ...(dense ? [{ ...PALER, swatch: denseSwatch() }] : []),
    ...(isChosen ? [{ ...SELECTED, swatch: ringSwatch('selected') }] : []),
    ...looksKey(looks).map((row) => looksRow(row, fill)),
  ];
}

/** Where there are no signs, colours tell types, each in a row of its own. */
function typeRows(edges: Graph['edges'], colours: TypeColours): LegendRow[] {
  const types = [...new Set(edges.map(({ attributes }) => attributes.type))].sort(byText);
  const rows = types.slice(0, MOST_TYPES).map((type) => ({
    title: typeAsTitle(type),
    swatch: edgeSwatch({ ...edgeLook({ sign: 0, properties: {} }), colour: colours.get(type) ?? 'neutral' }),
  }));
  const left = types.length - rows.length;
  return left > 0 ? [...rows, { title: `and ${amount(left, 'more relationship type')}` }] : rows;
}

function signRow(sign: Sign, edges: Graph['edges'], { own }: PictureLooks): LegendRow | undefined {
  const of = edges.filter(({ attributes }) => attributes.sign === sign);
  const types = [...new Set(of.map(({ attributes }) => typeInWords(attributes.type)))].sort(byText);
  if (types.length === 0) return undefined;
  const others = of.length < edges.length ? 'Other edges' : 'Edges';
  return {
    title: sign === 1 ? 'Support' : sign === -1 ? 'Opposition' : others,
    more: types.slice(0, NAMED).join(', ') + (types.length > NAMED ? ',\u00a0…' : ''),
    swatch: edgeSwatch({
      ...edgeLook({ sign, properties: {} }),
      ...(of.every(({ key }) => own?.edges.get(key)?.colour) && { colour: 'neutral' }),
    }),
  };
}

function looksRow(row: LooksRow, fill: Paint | undefined): LegendRow {
  const { title } = row;
  switch (row.kind) {
    case 'heading':
      return { title };
    case 'colour':
      return { title, swatch: shapeSwatch('circle', `palette-${row.fill}`) };
    case 'shape':
      return { title, swatch: shapeSwatch(row.shape, fill) };
    case 'size':
      return { title, swatch: sizeSwatch(row.radius) };
    case 'width':
      return { title, swatch: widthSwatch(row.width) };
    case 'own':
      return { title, swatch: row.swatch };
  }
}
