import {
  type EdgeWidths,
  sameWidths,
  widthsByConfidence,
  widthsByParallels,
  widthsByProperty,
} from '../looks/edges/widths.ts';
import { type EdgeLook, edgeLook, type Pattern } from '../looks/look.ts';
import type { OwnRow, PictureLooks } from '../looks/looks.ts';
import { fits, valuesOf } from '../looks/own/fits.ts';
import { type Rule, type RuleLooks, readRule, writeRule } from '../looks/own/rule.ts';
import { ruleInWords } from '../looks/own/rule-words.ts';
import { edgeSwatch, type Swatch, shapeSwatch, sizeSwatch } from '../looks/swatch.ts';
import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import type { Shape } from '../model/style.ts';
import { RULE_LOOKS } from '../view/own/look-rule.ts';
import type { View } from '../view/view.ts';
import { widthMeaning } from './meanings.ts';
import { areGroups, nodeValues, PROPERTY, valueTitle } from './node-values.ts';
import type { Painter, PictureState } from './state.ts';

/** Radii in layout units and widths in pixels, by the names that rules have for them. */
const RADII = { smallest: 5.5, small: 8, medium: 10, large: 12.5, largest: 15 } as const;
const WIDTHS = { thin: 1, medium: 2, wide: 3, widest: 4 } as const;
const PATTERNS = {
  solid: 'solid',
  dashed: 'dashed',
  short: 'scheduled',
  dotted: 'expected',
  sparse: 'hypothetical',
  dashdot: 'dashed expected',
} as const satisfies Record<string, Pattern>;

/** Draws what few views ask for: widths of edges that mean something else than usual, and own rules, in this order. */
export const painter: Painter = (state, graph, looks) => {
  const { width, look } = state.view;
  const widened =
    width === undefined
      ? looks
      : { ...looks, says: { ...looks.says, width: widthMeaning(width).title }, ...widthsOf(graph, width) };
  return look ? paintOwn(state, graph, widened) : widened;
};

function widthsOf(graph: Graph, width: NonNullable<View['width']>): EdgeWidths {
  if (width === 'same') return sameWidths(graph);
  if (width === 'confidence') return widthsByConfidence(graph);
  return width === 'parallel'
    ? widthsByParallels(graph)
    : widthsByProperty(graph, width.slice(PROPERTY.length));
}

/**
 * Puts the looks of a view's own rules over those it has besides. Of the rules that fit a node or an edge the first that
 * sets a look gives it.
 *
 * @param graph The graph in the picture.
 */
function paintOwn(state: PictureState, graph: Graph, looks: PictureLooks): PictureLooks {
  const rules = (state.view.look ?? []).flatMap((text) => readRule(text) ?? []);
  const nodes = firstFits(graph.nodes, rules, 'node', (rule) => testOfNodes(state, graph, rule));
  const edges = firstFits(graph.edges, rules, 'edge', testOfEdges);
  const counts = new Map([...nodes.counts, ...edges.counts]);
  const own = {
    rows: rules.flatMap((rule, at) => rowOf(rule, rules.slice(0, at), counts.get(rule) ?? 0)),
    nodes: nodes.set,
    edges: edges.set,
  };
  const over = <V>(
    usual: ReadonlyMap<string, V> | undefined,
    set: typeof nodes.set,
    pick: (looks: RuleLooks) => V | undefined,
  ) =>
    new Map([
      ...(usual ?? []),
      ...[...set].flatMap(([key, each]): [string, V][] => {
        const value = pick(each);
        return value === undefined ? [] : [[key, value]];
      }),
    ]);
  return {
    ...looks,
    own,
    fills: over(looks.fills, nodes.set, fillOf),
    shapes: over(looks.shapes, nodes.set, ({ shape }) => shape),
    sizes: over(looks.sizes, nodes.set, ({ size }) => size && RADII[size]),
    names: namesOf(graph.nodes, nodes.set),
    widths: over(looks.widths, edges.set, ({ width }) => width && WIDTHS[width]),
    lines: over(undefined, edges.set, lineOf),
  };
}

/** What each element gets of the rules that fit it, and how many get something of each rule. */
function firstFits<T extends { key: string }>(
  elements: readonly T[],
  rules: readonly Rule[],
  of: Rule['of'],
  testOf: (rule: Rule) => (element: T) => boolean,
) {
  const tests = rules.filter((rule) => rule.of === of).map((rule) => ({ rule, passes: testOf(rule) }));
  const set = new Map<string, RuleLooks>();
  const counts = new Map<Rule, number>();
  for (const element of elements) {
    let found: RuleLooks = {};
    for (const { rule, passes } of tests) {
      if (Object.keys(rule.looks).every((look) => look in found) || !passes(element)) continue;
      found = { ...rule.looks, ...found };
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    if (Object.keys(found).length > 0) set.set(element.key, found);
  }
  return { set, counts };
}

function testOfNodes(state: PictureState, graph: Graph, { by, test }: Rule): (node: GraphNode) => boolean {
  if (by === undefined || !test) return () => true;
  if (by === 'label') return ({ attributes }) => fits(test, attributes.labels);
  if (by.startsWith(PROPERTY)) {
    const name = by.slice(PROPERTY.length);
    return ({ attributes }) => fits(test, valuesOf(attributes.properties, name));
  }
  const values = nodeValues(state, graph, by);
  return ({ key }) => {
    const value = values?.get(key);
    if (value === undefined) return false;
    return fits(test, [areGroups(by) && typeof value === 'number' ? valueTitle(by, value) : value]);
  };
}

function testOfEdges({ by, test }: Rule): (edge: GraphEdge) => boolean {
  if (by === undefined || !test) return () => true;
  if (by === 'type') return ({ attributes }) => fits(test, [attributes.type]);
  const name = by.slice(PROPERTY.length);
  return ({ attributes }) => fits(test, valuesOf(attributes.properties, name));
}

function fillOf({ colour }: RuleLooks): number | undefined {
  return colour && RULE_LOOKS.colour.indexOf(colour);
}

function lineOf(looks: RuleLooks): Partial<EdgeLook> | undefined {
  const [fill, pattern] = [fillOf(looks), looks.dash && PATTERNS[looks.dash]];
  if (fill === undefined && !pattern) return undefined;
  return { ...(fill !== undefined && { colour: `palette-${fill}` as const }), ...(pattern && { pattern }) };
}

/** Nodes without the property keep the name they have. */
function namesOf(nodes: readonly GraphNode[], set: ReadonlyMap<string, RuleLooks>): Map<string, string> {
  return new Map(
    nodes.flatMap(({ key, attributes }): [string, string][] => {
      const name = set.get(key)?.name;
      const value = name === undefined ? '' : valuesOf(attributes.properties, name).join(', ');
      return value === '' ? [] : [[key, value]];
    }),
  );
}

function rowOf(rule: Rule, before: readonly Rule[], count: number): OwnRow[] {
  if (count === 0) return [];
  const isRest = before.some(({ of }) => of === rule.of);
  return [{ rule: writeRule(rule), title: ruleInWords(rule, isRest), swatch: swatchOf(rule), count }];
}

function swatchOf({ of, looks }: Rule): Swatch {
  if (of === 'edge')
    return edgeSwatch({
      ...edgeLook({ sign: 0, properties: {} }, looks.width && WIDTHS[looks.width]),
      ...lineOf(looks),
    });
  const fill = fillOf(looks);
  const paint = fill === undefined ? 'textMuted' : (`palette-${fill}` as const);
  const shape: Shape = looks.shape ?? 'circle';
  return looks.size && looks.shape === undefined
    ? sizeSwatch(RADII[looks.size], paint)
    : shapeSwatch(shape, paint);
}
