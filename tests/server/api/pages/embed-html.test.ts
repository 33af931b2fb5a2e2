import { expect, it } from 'vitest';
import { type EmbedPage, embedHtml } from '../../../../server/api/pages/embed-html.ts';
import { DEFAULT_EMBED } from '../../../../server/core/contract/embed.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../../server/core/model/graph-options.ts';

const TEMPLATE = '<html lang="en"><head><!-- embed: head --></head><body><!-- embed: body --></body></html>';
const graph: Graph = {
  attributes: { truncated: false, total: { nodes: 2, edges: 0 }, snapshot: 'S', labels: [] },
  options: GRAPH_OPTIONS,
  nodes: ['A & B', 'C'].map((caption, at) => ({
    key: caption,
    attributes: { caption, labels: [], properties: {}, degree: 2 - at },
  })),
  edges: [],
};
const page = (fields: Partial<EmbedPage>): string =>
  embedHtml(TEMPLATE, {
    ...{ view: {}, options: DEFAULT_EMBED, problems: [], found: { graph, sources: [] }, story: undefined },
    ...{ hasStill: false, hosts: '', pass: '', live: '/', at: { still: () => '', embed: () => '' } },
    preview: undefined,
    ...fields,
  });

it('is called after what it shows where nobody has named it, and described to previews of links', () => {
  const html = page({});
  expect(html).toContain('<title>Relationships of A &amp; B and C: Entente</title>');
  expect(html).toContain('<meta property="og:title" content="Relationships of A &amp; B and C">');
  expect(html).toContain('<meta name="description" content="2 nodes and 0 edges.">');
});

it('is called after its caption, else after its story, with the caption of the step', () => {
  expect(page({ view: { caption: 'Who "says"\nmore' } })).toContain(
    '<title>Who &quot;says&quot;: Entente</title>',
  );
  const story = {
    id: 's',
    title: 'A story',
    at: 1,
    theme: undefined,
    steps: [{ title: 'T', caption: 'It **is** so.' }],
  };
  const told = page({ view: { story: 's' }, story });
  expect(told).toContain('<title>A story: Entente</title>');
  expect(told).toContain('<meta property="og:description" content="It is so.">');
});

it('says nothing of data that it could not read', () => {
  const html = page({ found: { trouble: 'The database is starting.' } });
  expect(html).toContain('<title>Relationship graph: Entente</title>');
  expect(html).not.toContain('description');
});

it('tells previews of links where it and its picture are, and says no address where none is known', () => {
  const preview = {
    page: 'https://a.example/embed?b=1&c',
    card: 'https://a.example/card.png',
    oembed: 'https://a.example/o',
  };
  const html = page({ preview });
  expect(html).toContain('<meta property="og:url" content="https://a.example/embed?b=1&amp;c">');
  expect(html).toContain('<meta property="og:image" content="https://a.example/card.png">');
  expect(html).toContain('<meta property="og:image:alt" content="Relationships of A &amp; B and C">');
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
  expect(html).toContain('href="https://a.example/o"');
  expect(page({ preview: { page: preview.page, oembed: preview.oembed } })).toContain('content="summary">');
  expect(page({})).not.toMatch(/og:url|og:image|oembed/);
});

it('says that a story is gone, as a page that nothing more is drawn in', () => {
  const html = page({
    view: { story: 's' },
    hasStill: true,
    found: { trouble: 'The story “s” is gone.', isGone: true },
  });
  expect(html).toContain('<body data-gone ');
  expect(html).toContain('The story “s” is gone.');
  expect(html).not.toContain('<img');
  expect(page({ found: { trouble: 'The database is starting.' } })).not.toContain('data-gone');
});
