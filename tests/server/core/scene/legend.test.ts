import { describe, expect, it } from 'vitest';
import { customProperties } from '../../../../client/renderer/theme-sheet.ts';
import { typeColours } from '../../../../server/core/looks/edges/type-colours.ts';
import { colourOf, cssColour } from '../../../../server/core/looks/swatch.ts';
import { THEMES } from '../../../../server/core/looks/theme.ts';
import { legendRows } from '../../../../server/core/scene/legend.ts';
import { drawPicture } from '../../../../server/core/svg/picture.ts';
import { edge, node, storyGraph } from '../../../client/fixtures/story.ts';

const NONE = { key: [] };
const graph = (types: string[]) => ({
  ...storyGraph(),
  nodes: [node('a', 'A', ['State']), node('b', 'B')],
  edges: types.map((type, at) => edge(`${at}`, 'a', 'b', type)),
});
const paintsOf = (rows: ReturnType<typeof legendRows>) =>
  rows.flatMap(({ swatch }) => (swatch?.pieces ?? []).flatMap(({ fill, stroke }) => [fill, stroke]));

describe('the rows of a legend', () => {
  it('name labels, then support, opposition and other edges with their types in words', () => {
    const rows = legendRows(graph(['actedIn', 'OPPOSES', 'MEMBER_OF', 'SUPPORTS']), NONE);
    expect(rows.map(({ title, more }) => [title, more])).toEqual([
      ['People', undefined],
      ['States', undefined],
      ['Support', 'supports'],
      ['Opposition', 'opposes'],
      ['Other edges', 'acted in, member of'],
    ]);
  });

  it('say what the ring and the paleness mean while something in the picture is selected', () => {
    const titles = (select: string[]) => legendRows(graph(['A']), NONE, select).map(({ title }) => title);
    expect(titles(['a'])).toContain('Selected');
    expect(titles(['0'])).toContain('Selected');
    expect(titles(['elsewhere'])).not.toContain('Selected');
    expect(titles([])).not.toContain('Selected');
  });

  it('say only what is in the picture, and name four types at most', () => {
    const rows = legendRows(graph(['A', 'B', 'C', 'D', 'E']), NONE);
    expect(rows.slice(2).map(({ title, more }) => [title, more])).toEqual([['Edges', 'a, b, c, d,\u00a0…']]);
  });

  it('name each type by its colour where no edge of the database has a sign', () => {
    const types = typeColours(['ACTED_IN', 'DIRECTED', 'PRODUCED']);
    const rows = legendRows(graph(['PRODUCED', 'ACTED_IN']), { ...NONE, ...(types && { types }) }).slice(2);
    expect(rows.map(({ title, swatch }) => [title, swatch?.pieces[0]?.stroke])).toEqual([
      ['Acted in', 'palette-0'],
      ['Produced', 'palette-2'],
    ]);
  });

  it('show support as an unbroken line in blue, opposition as a broken one in orange', () => {
    const [support, oppose] = legendRows(graph(['SUPPORTS', 'OPPOSES']), NONE).slice(2);
    const line = (row: typeof support) => row?.swatch?.pieces[0];
    expect(line(support)).toMatchObject({ stroke: 'support' });
    expect(line(oppose)).toMatchObject({ stroke: 'oppose' });
    expect(line(support)?.attributes).not.toHaveProperty('stroke-dasharray');
    expect(line(oppose)?.attributes['stroke-dasharray']).toBeDefined();
  });

  it('leave shapes without a colour of their own where colour means something else, and labels where shape does', () => {
    const key = [{ fill: 3, title: 'One', count: 1 }];
    const looks = { key, says: { colour: 'Communities', shape: 'Property type' }, shapeKey: [] };
    expect(legendRows(graph([]), looks).map(({ title }) => title)).toEqual([
      'Colour: communities',
      'One',
      'Shape: property type',
    ]);
    expect(paintsOf(legendRows(graph([]), { key }))).not.toContain('fill-circle');
  });

  it('are painted in colours that style sheets have, the same that pictures are drawn in', () => {
    const looks = { key: [{ fill: 3, title: 'One', count: 1 }], sizeKey: [{ radius: 9, title: '1' }] };
    const rows = [...legendRows(storyGraph(), NONE), ...legendRows(storyGraph(), looks)];
    for (const theme of Object.values(THEMES))
      for (const paint of paintsOf(rows)) {
        if (!paint) continue;
        const name = cssColour(paint).replace(/^var\((.*)\)$/, '$1');
        expect(customProperties(theme).split(';')).toContain(`${name}:${colourOf(theme, paint)}`);
      }
  });

  it('stand in a picture in their order, with the same words', () => {
    const options = { width: 900, height: 600, theme: 'light', legend: true, positions: new Map() } as const;
    const { svg } = drawPicture({ ...options, graph: storyGraph(), view: {} });
    const words = legendRows(storyGraph(), NONE).flatMap(({ title, more }) => [
      title,
      ...(more ? [more] : []),
    ]);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts.slice(-words.length)).toEqual(words);
  });
});

describe('types of edges in a picture', () => {
  it('are words, however a database writes them', () => {
    const options = { width: 900, height: 600, theme: 'light' } as const;
    const positions = new Map([
      ['a', { x: -200, y: 0 }],
      ['b', { x: 200, y: 0 }],
    ]);
    const { svg, writing } = drawPicture({
      ...options,
      positions,
      graph: graph(['actedIn']),
      view: { select: ['0'] },
    });
    expect(writing.types.map(({ text }) => text)).toEqual(['acted in']);
    expect(svg).toContain('<title>A acted in B</title>');
  });
});
