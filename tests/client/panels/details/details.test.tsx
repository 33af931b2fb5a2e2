import { describe, expect, it } from 'vitest';
import { EdgeDetails } from '../../../../client/panels/details/edge-details.tsx';
import { NodeDetails } from '../../../../client/panels/details/node-details.tsx';
import { Overview } from '../../../../client/panels/details/overview.tsx';
import { PathDetails } from '../../../../client/panels/details/path-details.tsx';
import { SeveralDetails } from '../../../../client/panels/details/several-details.tsx';
import type { GraphEdge, GraphNode } from '../../../../server/core/model/graph.ts';
import { node } from '../../state/world.ts';
import { markupOf, openOn, STORY, wordsOf } from '../on-page.tsx';

const nodeOf = (key: string) => STORY.nodes.find((each) => each.key === key) as GraphNode;
const edgeOf = (key: string) => STORY.edges.find((each) => each.key === key) as GraphEdge;

describe('the details', () => {
  it('of an edge are its ends, its sign and all of its evidence, each under its term', async () => {
    const explorer = await openOn();
    const answer = { edge: edgeOf('1'), from: nodeOf('a'), to: nodeOf('b') };
    const words = wordsOf(markupOf(explorer, <EdgeDetails answer={answer} />));
    for (const said of [
      ...['A supports B', 'counts as support', 'A said that B was right.', 'Modality | actual'],
      ...['Confidence | stated', 'Since | 1 March 2024', 'Source | paragraph 4'],
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('Until');
    explorer.close();
  });

  it('of an edge leave out the terms that it says nothing under, and the sign of what has none', async () => {
    const explorer = await openOn();
    const answer = { edge: edgeOf('3'), from: nodeOf('a'), to: nodeOf('c') };
    const words = wordsOf(markupOf(explorer, <EdgeDetails answer={answer} />));
    expect(words).toContain('A meets C');
    expect(words).not.toMatch(/counts as|Modality|Confidence|Since|Source/);
    explorer.close();
  });

  it('of an edge that was coded from a source tell what is not stated', async () => {
    const explorer = await openOn();
    const { attributes, ...rest } = edgeOf('1');
    const { claim, source } = attributes.properties;
    const edge = { ...rest, attributes: { ...attributes, properties: { claim, source } } } as GraphEdge;
    const answer = { edge, from: nodeOf('a'), to: nodeOf('b') };
    const words = wordsOf(markupOf(explorer, <EdgeDetails answer={answer} />));
    for (const term of ['Asserted by', 'Modality', 'Confidence', 'Paragraph'])
      expect(words).toContain(`${term} | Not stated`);
    expect(words).not.toMatch(/Since|Until/);
    explorer.close();
  });

  it('of a node are its kind, name, other names and summary, as text however they are written', async () => {
    const explorer = await openOn();
    const hostile = node('a', 'Person', { aliases: ['<b>x</b>', 'Y'], summary: '<script>alert(1)</script>' });
    const markup = markupOf(explorer, <NodeDetails answer={{ node: hostile, edgeCounts: [] }} />);
    expect(wordsOf(markup)).toContain('Person | A | also &lt;b&gt;x&lt;/b&gt;, Y');
    expect(markup).not.toMatch(/<script|<b>/);
    for (const tool of ['Show neighbourhood', '1 step', '4 steps', 'Path to …', 'Hide'])
      expect(wordsOf(markup)).toContain(tool);
    explorer.close();
  });

  it('of a node of anybody’s data are all of its properties, as they are', async () => {
    const explorer = await openOn();
    const held = {
      ...{ id: 'x-1', title: 'The Bridge', name: 'A', aliases: 7, wikidata: 'Q42', summary: ['one', 'two'] },
      ...{ share: 0.1 + 0.2, place: { srid: 4326, x: 12.4924, y: 41.8902 }, text: 'long '.repeat(200) },
    };
    const markup = markupOf(
      explorer,
      <NodeDetails answer={{ node: node('a', 'Film', held), edgeCounts: [] }} />,
    );
    const words = wordsOf(markup);
    for (const said of [
      'Id | x-1',
      'Title | The Bridge',
      'Aliases | 7',
      'Wikidata | Q42',
      'Summary | one, two',
    ])
      expect(words).toContain(said);
    expect(words).toContain(String(0.1 + 0.2));
    expect(markup).toContain('12.4924');
    expect(words).toContain('Show all');
    expect(words).not.toContain('long '.repeat(150));
    explorer.close();
  });

  it('of a source list all that rests on it, whether or not it is shown', async () => {
    const explorer = await openOn('?type=MEETS');
    const source = { ...node('the-source', 'Source'), key: 'the-source' };
    const resting = { ...edgeOf('1'), key: 'r' };
    resting.attributes = {
      ...resting.attributes,
      properties: { claim: 'What it says.', source: 'the-source' },
    };
    const base = { ...STORY, edges: [...STORY.edges, resting] };
    explorer.store.setState({ base: { state: 'ready', value: base } });
    const words = wordsOf(markupOf(explorer, <NodeDetails answer={{ node: source, edgeCounts: [] }} />));
    expect(words).toContain('Edges that rest on it');
    expect(words).toContain('A supports B');
    expect(words).toContain('What it says.');
    explorer.close();
  });

  it('of two nodes are what connects them, in order of time', async () => {
    const explorer = await openOn('?select=a&select=b');
    const words = wordsOf(markupOf(explorer, <SeveralDetails />));
    expect(words).toContain('2 nodes selected. | A | B');
    expect(words).toMatch(/Between these two, in order of time \| A supports B .* 1 March 2024/);
    explorer.close();
  });

  it('of a path tell why there is none', async () => {
    const paths = () => ({ paths: [], graph: { ...STORY, nodes: [], edges: [] } });
    const explorer = await openOn('?path=a&path=d', { paths });
    const words = wordsOf(markupOf(explorer, <PathDetails />));
    expect(words).toContain('Shortest path | Clear the path');
    expect(words).toMatch(/no path|not connected/i);
    explorer.close();
  });

  it('of nothing selected are the nodes of highest degree, in the picture', async () => {
    const explorer = await openOn();
    expect(wordsOf(markupOf(explorer, <Overview />))).toMatch(
      /Most connected here \| A \| 2 \| B \| 2 \| C \| 2/,
    );
    explorer.close();
  });
});
