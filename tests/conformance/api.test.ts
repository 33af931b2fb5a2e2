import { join } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataSet } from '../../seed/data-set.ts';
import { BUILT_IN_SET, seedFolder } from '../../seed/seed.ts';
import { operatorRoutes } from '../../server/core/contract/operators.ts';
import { publishedRoutes } from '../../server/core/contract/published-routes.ts';
import { type Answer, type RouteName, routes } from '../../server/core/contract/routes.ts';
import { beginOf, spanOf } from '../../server/core/model/dates.ts';
import { errorBody } from '../../server/core/model/errors.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import { PACKED_MEDIA_TYPE } from '../../server/core/packed/media-type.ts';
import { readPacked } from '../../server/core/packed/read.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';
import { type Served, serveDatabase } from '../setup/serve.ts';

const PROJECT = join(import.meta.dirname, '../..');

describeOnEveryEngine('the HTTP API on the built-in data set', (engine) => {
  let database: Database;
  let served: Served;
  let set: DataSet;

  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    const folder = join(PROJECT, 'seed/data', BUILT_IN_SET);
    set = (await seedFolder(database, loadStatements(join(PROJECT, 'cypher'), 'seed'), folder)).dataSet;
    served = await serveDatabase(database);
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });

  const get = (path: string, headers: Record<string, string> = {}) => fetch(served.url + path, { headers });

  /** The answer of a route, checked against the schema that the contract promises. */
  async function ask<N extends RouteName>(name: N, path: string): Promise<Answer<N>> {
    const response = await get(path);
    const body = await response.json();
    expect(response.status, JSON.stringify(body)).toBe(200);
    return routes[name].answer.parse(body) as Answer<N>;
  }

  async function refusal(path: string, status: number) {
    const response = await get(path);
    expect(response.status).toBe(status);
    const { error } = errorBody.parse(await response.json());
    expect(error.requestId).toBe(response.headers.get('x-request-id'));
    return error;
  }

  const edgeIds = (graph: Graph) => graph.edges.map((edge) => edge.key).sort();
  const idsOf = (edges: { id: string }[]) => edges.map((edge) => edge.id).sort();
  const nodeCount = () =>
    [set.actors, set.events, set.issues, set.sources].reduce((sum, part) => sum + part.length, 0);

  describe('status', () => {
    it('tells product, database, snapshot and counts', async () => {
      const status = await ask('status', '/api/status');
      expect(status).toMatchObject({
        product: { name: 'Entente' },
        database: { state: 'ready' },
        counts: { nodes: nodeCount(), edges: set.edges.length },
      });
      expect(status.seedCommand).toBeUndefined();
    });
  });

  describe('graph', () => {
    it('gives the whole graph, ready for graphology', async () => {
      const graph = await ask('graph', '/api/graph');
      const read = new MultiDirectedGraph();
      read.import(graph);
      expect([read.order, read.size]).toEqual([nodeCount(), set.edges.length]);
      expect(graph.attributes).toMatchObject({
        truncated: false,
        total: { nodes: nodeCount(), edges: set.edges.length },
      });
      for (const { key, source, target, attributes } of graph.edges) {
        const edge = set.edges.find((each) => each.id === key);
        expect([edge?.from, edge?.type, edge?.to]).toEqual([source, attributes.type, target]);
        expect(attributes.sign).toBe(set.types.find((each) => each.type === attributes.type)?.sign);
      }
    });

    it('filters by every kind of evidence, as counting in the data set says', async () => {
      const expectations: [string, (edge: DataSet['edges'][number]) => boolean][] = [
        ['type=SUPPORTS&type=OPPOSES', (edge) => ['SUPPORTS', 'OPPOSES'].includes(edge.type)],
        ['modality=proposed', (edge) => edge.modality === 'proposed'],
        ['confidence=contested&confidence=inferred', (edge) => edge.confidence !== 'stated'],
        [
          'modality=actual&confidence=inferred&type=LEADS',
          (edge) => edge.modality === 'actual' && edge.confidence === 'inferred' && edge.type === 'LEADS',
        ],
        ['from=2025-11-15', (edge) => !edge.until || spanOf(edge.until).last >= '2025-11-15'],
        [
          'to=2025-10',
          (edge) => {
            const begun = beginOf(edge);
            return !begun || spanOf(begun).first <= '2025-10-31';
          },
        ],
      ];
      for (const [query, keeps] of expectations) {
        const graph = await ask('graph', `/api/graph?${query}`);
        const expected = set.edges.filter(keeps);
        expect(edgeIds(graph), query).toEqual(idsOf(expected));
        expect(new Set(graph.nodes.map((node) => node.key)), query).toEqual(
          new Set(expected.flatMap((edge) => [edge.from, edge.to])),
        );
      }
    });

    it('filters by label, keeping nodes without edges', async () => {
      const graph = await ask('graph', '/api/graph?label=State');
      expect(graph.nodes.map((node) => node.key).sort()).toEqual(
        idsOf(set.actors.filter((actor) => actor.kind === 'State')),
      );
    });

    it('says truncated, and how much there is, when the limit cuts', async () => {
      const graph = await ask('graph', '/api/graph?limit=5');
      expect(graph.nodes).toHaveLength(5);
      expect(graph.attributes).toMatchObject({
        truncated: true,
        total: { nodes: nodeCount(), edges: set.edges.length },
      });
      const degrees = graph.nodes.map((node) => node.attributes.degree);
      expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
      const exact = await ask('graph', `/api/graph?limit=${set.edges.length}`);
      expect(exact.attributes.truncated).toBe(false);
    });

    it('gives the ego network of a focus, ties between alters included', async () => {
      const whole = await ask('graph', '/api/graph');
      const [ego] = whole.nodes;
      const near = new Set([
        ego?.key,
        ...whole.edges.flatMap(({ source, target }) =>
          source === ego?.key ? [target] : target === ego?.key ? [source] : [],
        ),
      ]);
      const graph = await ask('graph', `/api/graph?focus=${ego?.key}&depth=1`);
      expect(new Set(graph.nodes.map((node) => node.key))).toEqual(near);
      expect(edgeIds(graph)).toEqual(
        whole.edges
          .filter(({ source, target }) => near.has(source) && near.has(target))
          .map(({ key }) => key)
          .sort(),
      );
      expect(await ask('neighbourhood', `/api/nodes/${ego?.key}/neighbourhood`)).toEqual(graph);
    });

    it('gives the same graph packed to a client that asks for it, compressed and tagged as its own form', async () => {
      const rows = await get('/api/graph');
      const response = await get('/api/graph', { accept: PACKED_MEDIA_TYPE });
      expect(response.headers.get('content-type')).toBe(PACKED_MEDIA_TYPE);
      expect(response.headers.get('content-encoding')).not.toBeNull();
      expect(response.headers.get('vary')).toContain('Accept');
      expect(response.headers.get('etag')).not.toBe(rows.headers.get('etag'));
      const etag = String(response.headers.get('etag'));
      const again = await get('/api/graph', { accept: PACKED_MEDIA_TYPE, 'if-none-match': etag });
      expect(again.status).toBe(304);
      expect(await readPacked(new Uint8Array(await response.arrayBuffer()))).toEqual(await rows.json());
    });

    it('answers equal requests with equal bytes', async () => {
      const texts = await Promise.all([1, 2, 3].map(async () => (await get('/api/graph')).text()));
      expect(new Set(texts).size).toBe(1);
    });
  });

  describe('nodes, edges and paths', () => {
    it('counts the edges of every node by type and direction as the data set does', async () => {
      for (const { id } of set.actors.slice(0, 8)) {
        const { node, edgeCounts } = await ask('node', `/api/nodes/${id}`);
        expect(node.key).toBe(id);
        for (const { type, direction, count } of edgeCounts) {
          const end = direction === 'out' ? 'from' : 'to';
          expect(count).toBe(set.edges.filter((edge) => edge.type === type && edge[end] === id).length);
        }
        const sum = edgeCounts.reduce((total, each) => total + each.count, 0);
        expect(sum).toBe(node.attributes.degree);
      }
    });

    it('gives every edge with its evidence, its ends, its source and who asserts it', async () => {
      for (const edge of set.edges.filter((_, index) => index % 10 === 0)) {
        const answer = await ask('edge', `/api/edges/${edge.id}`);
        expect([answer.from.key, answer.to.key]).toEqual([edge.from, edge.to]);
        expect(answer.edge.attributes.properties).toMatchObject({
          claim: edge.claim,
          paragraph: edge.paragraph,
        });
        expect([answer.source?.key, answer.assertedBy?.key]).toEqual([edge.source, edge.assertedBy]);
      }
    });

    it('follows only the asked direction', async () => {
      const edge = set.edges.find((each) => each.type === 'PROPOSES') as DataSet['edges'][number];
      const out = await ask(
        'neighbourhood',
        `/api/nodes/${edge.from}/neighbourhood?direction=out&type=PROPOSES`,
      );
      const into = await ask(
        'neighbourhood',
        `/api/nodes/${edge.to}/neighbourhood?direction=in&type=PROPOSES`,
      );
      expect(out.nodes.map((node) => node.key)).toContain(edge.to);
      expect(into.nodes.map((node) => node.key)).toContain(edge.from);
      expect(
        out.nodes.every(
          ({ key }) =>
            key === edge.from ||
            set.edges.some((each) => each.type === 'PROPOSES' && each.from === edge.from && each.to === key),
        ),
      ).toBe(true);
    });

    it('gives all shortest paths, of the length that a search by hand finds', async () => {
      const length = (from: string, to: string) => {
        let frontier = new Set([from]);
        const seen = new Set(frontier);
        for (let steps = 0; frontier.size > 0; steps += 1) {
          if (frontier.has(to)) return steps;
          frontier = new Set(
            set.edges
              .flatMap((edge) =>
                frontier.has(edge.from) ? [edge.to] : frontier.has(edge.to) ? [edge.from] : [],
              )
              .filter((id) => !seen.has(id)),
          );
          for (const id of frontier) seen.add(id);
        }
        return undefined;
      };
      const ids = set.actors.map((actor) => actor.id);
      for (let index = 0; index < 6; index += 1) {
        const [from, to] = [ids[index], ids[ids.length - 1 - index]] as [string, string];
        const { paths, graph } = await ask('paths', `/api/paths?from=${from}&to=${to}&all=true&maxLength=10`);
        const keys = new Set(graph.nodes.map((node) => node.key));
        for (const path of paths) {
          expect(path.edges).toHaveLength(length(from, to) as number);
          expect([path.nodes[0], path.nodes.at(-1)]).toEqual([from, to]);
          expect(path.nodes.every((key) => keys.has(key))).toBe(true);
        }
        const one = await ask('paths', `/api/paths?from=${from}&to=${to}&maxLength=10`);
        expect(one.paths).toHaveLength(paths.length > 0 ? 1 : 0);
        expect(new Set(paths.map((path) => path.edges.join())).size).toBe(paths.length);
      }
    });

    it('answers a path from a node to itself with that node', async () => {
      const id = set.actors[0]?.id as string;
      expect((await ask('paths', `/api/paths?from=${id}&to=${id}`)).paths).toEqual([
        { nodes: [id], edges: [] },
      ]);
    });

    it('answers 404 for a node and an edge that are not there, naming the key', async () => {
      expect((await refusal('/api/nodes/nobody', 404)).message).toContain('nobody');
      expect((await refusal('/api/edges/nothing', 404)).message).toContain('nothing');
      expect((await refusal('/api/graph?focus=nobody', 404)).message).toContain('nobody');
      expect(
        (await refusal('/api/paths?from=nobody&to=nothing', 404)).details?.map((each) => each.path),
      ).toEqual(['nobody', 'nothing']);
    });
  });

  describe('search', () => {
    it('finds every node by its name first, and by each alias', async () => {
      for (const { id, name, aliases = [] } of [...set.actors, ...set.issues]) {
        const named = await ask('search', `/api/search?q=${encodeURIComponent(name)}`);
        expect(
          named.hits.map((hit) => hit.key),
          name,
        ).toContain(id);
        for (const alias of aliases) {
          const { hits } = await ask('search', `/api/search?limit=100&q=${encodeURIComponent(alias)}`);
          expect(
            hits.map((hit) => hit.key),
            alias,
          ).toContain(id);
        }
      }
    });

    it('puts the node that is called just what was typed first', async () => {
      for (const { id, name } of [...set.actors, ...set.events, ...set.issues]) {
        for (const typed of [name, name.toLowerCase()]) {
          const { hits } = await ask('search', `/api/search?q=${encodeURIComponent(typed)}`);
          expect(hits[0]?.key, typed).toBe(id);
        }
      }
    });

    it('forgives a slip in a word and ignores accents and case', async () => {
      for (const { id, name } of set.actors.filter((actor) => actor.kind === 'Person')) {
        const word = name.split(' ').at(-1) as string;
        const slip = word.slice(0, 2) + word.slice(3);
        for (const text of [slip, word.toUpperCase(), `${word.slice(0, 1)}\u0301${word.slice(1)}`]) {
          const { hits } = await ask('search', `/api/search?q=${encodeURIComponent(text)}`);
          expect(
            hits.map((hit) => hit.key),
            text,
          ).toContain(id);
        }
      }
    });

    it('says which alias matched', async () => {
      const { id, aliases } = set.actors.find((actor) =>
        actor.aliases?.includes('Kyiv'),
      ) as DataSet['actors'][number];
      const { hits } = await ask('search', '/api/search?q=kyiv');
      expect(hits[0]).toMatchObject({ key: id, matched: { property: 'aliases', text: aliases?.[0] } });
    });
  });

  describe('schema and timeline', () => {
    it('counts labels, types, modalities, confidences and sources as the data set does', async () => {
      const schema = await ask('schema', '/api/schema');
      expect(schema.labels.find((each) => each.label === 'Actor')?.count).toBe(set.actors.length);
      for (const { type, sign, count } of schema.relationshipTypes) {
        expect(count).toBe(set.edges.filter((edge) => edge.type === type).length);
        expect(sign).toBe(set.types.find((each) => each.type === type)?.sign);
      }
      for (const { value, count } of schema.modalities)
        expect(count).toBe(set.edges.filter((edge) => edge.modality === value).length);
      for (const { value, count } of schema.confidences)
        expect(count).toBe(set.edges.filter((edge) => edge.confidence === value).length);
      expect(schema.sources).toEqual([
        { key: set.sources[0]?.id, caption: set.sources[0]?.name, count: set.edges.length },
      ]);
    });

    it.each([
      ['year', 4],
      ['month', 7],
      ['day', 10],
    ] as const)('bins every edge by %s, and tells the undated', async (unit, width) => {
      const { bins, undated } = await ask('timeline', `/api/timeline?unit=${unit}`);
      for (const { date, total, types } of bins) {
        const expected = set.edges.filter((edge) => beginOf(edge)?.slice(0, width) === date);
        expect(total).toBe(expected.length);
        for (const [type, count] of Object.entries(types))
          expect(count).toBe(expected.filter((edge) => edge.type === type).length);
      }
      expect(undated).toBe(set.edges.filter((edge) => beginOf(edge) === undefined).length);
      expect(bins.reduce((sum, bin) => sum + bin.total, undated)).toBe(set.edges.length);
    });
  });

  describe('bad input', () => {
    it.each([
      ['/api/graph?typ=SUPPORTS', 'typ'],
      ['/api/graph?type=SUPORTS', 'type'],
      ['/api/graph?label=Robot', 'label'],
      ['/api/graph?source=nowhere', 'source'],
      ['/api/graph?modality=perhaps', 'modality.0'],
      ['/api/graph?limit=0', 'limit'],
      ['/api/graph?limit=1e3', 'limit'],
      ['/api/graph?limit=5&limit=6', 'limit'],
      ['/api/graph?from=2025-13', 'from'],
      ['/api/graph?from=2025&to=2024', 'from'],
      ['/api/graph?depth=9&focus=x', 'depth'],
      ['/api/status?x=1', 'x'],
      ['/api/search', 'q'],
      ['/api/search?q=%20', 'q'],
      ['/api/timeline?unit=week', 'unit'],
      ['/api/paths?from=a', 'to'],
      ['/api/nodes/a/neighbourhood?direction=up', 'direction'],
      ['/api/graph?__proto__=1', '__proto__'],
    ])('%s is refused, naming %s', async (path, name) => {
      const { details, message } = await refusal(path, 400);
      expect(details?.map((each) => each.path)).toContain(name.split('.')[0]);
      expect(message).toContain(name.split('.')[0]);
    });

    it('refuses what is no address and every method that could write', async () => {
      await refusal('/api/nodes/%E0%A4%A', 400);
      await refusal('/api/nowhere', 404);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const response = await fetch(`${served.url}/api/graph`, { method });
        expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      }
    });

    it('takes hostile values for text', async () => {
      for (const text of [
        "' OR 1=1 //",
        '`) DETACH DELETE n //',
        '<script>alert(1)</script>',
        '\u0000',
        '\ud83d\ude00'.repeat(50),
      ]) {
        expect((await get(`/api/search?q=${encodeURIComponent(text)}`)).status).toBeLessThan(500);
        expect((await get(`/api/nodes/${encodeURIComponent(text)}`)).status).toBe(404);
        expect((await get(`/api/graph?label=${encodeURIComponent(text)}`)).status).toBe(400);
      }
    });
  });

  describe('HTTP', () => {
    it('answers 304 to a client that holds this version, and anew after a write', async () => {
      const first = await get('/api/graph');
      const etag = first.headers.get('etag') as string;
      expect((await get('/api/graph', { 'if-none-match': etag })).status).toBe(304);
      const touch = (name: string) =>
        database.write(async (transaction) =>
          transaction.run({
            name: 'touch',
            title: '',
            purpose: '',
            parameters: [],
            returns: '',
            text: `MATCH (n:Source) SET n.touched = ${name} RETURN 1 AS x`,
          }),
        );
      await touch('1');
      const second = await get('/api/graph', { 'if-none-match': etag });
      expect(second.status).toBe(200);
      expect(second.headers.get('etag')).not.toBe(etag);
      await touch('null');
    });

    it('compresses, and gives the same either way', async () => {
      const plain = await get('/api/graph', { 'accept-encoding': 'identity' });
      const gzip = await get('/api/graph', { 'accept-encoding': 'gzip' });
      expect([plain.headers.get('content-encoding'), gzip.headers.get('content-encoding')]).toEqual([
        null,
        'gzip',
      ]);
      expect(await gzip.text()).toBe(await plain.text());
    });

    it('sends a strict policy with every answer', async () => {
      for (const path of ['/', '/docs', '/api/status', '/api/nowhere']) {
        const { headers } = await get(path);
        expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
        expect(headers.get('content-security-policy')).not.toContain('unsafe');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('x-powered-by')).toBeNull();
      }
    });

    it('serves no file outside the page', async () => {
      for (const path of [
        '/..%2f..%2fpackage.json',
        '/%2e%2e/package.json',
        '/assets/..%2f..%2f..%2fpackage.json',
        '/.env',
        '/package.json',
      ]) {
        expect((await get(path)).status, path).toBeGreaterThanOrEqual(400);
      }
    });

    it('documents every route in OpenAPI 3.1 and on the reference page', async () => {
      const document = (await (await get('/api/openapi.json')).json()) as {
        openapi: string;
        paths: Record<string, Record<string, { operationId: string }>>;
      };
      expect(document.openapi).toMatch(/^3\.1\./);
      const page = await (await get('/docs')).text();
      for (const [name, { method, path }] of Object.entries(publishedRoutes)) {
        expect(document.paths[path]?.[method.toLowerCase()]?.operationId).toBe(name);
        expect(page).toContain(`${method} ${path}`);
      }
    });

    it('documents the addresses of operators there too', async () => {
      const document = (await (await get('/api/openapi.json')).json()) as { paths: Record<string, unknown> };
      const page = await (await get('/docs')).text();
      for (const { path, mediaType } of Object.values(operatorRoutes)) {
        expect(document.paths).toHaveProperty([path]);
        expect(page).toContain(`GET ${path}`);
        expect((await get(path)).headers.get('content-type')).toContain(mediaType);
      }
    });

    it('counts requests by route and outcome for operators, and no value that a client chose', async () => {
      const ask = (statement: string) =>
        fetch(`${served.url}/api/cypher`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ statement }),
        });
      await get('/api/nodes/chosen-by-a-client?chosen=parameter');
      await (await get('/chosen/address')).text();
      await (await ask('RETURN 1 AS one')).text();
      await (await ask('CREATE (n) RETURN n')).text();
      const text = await (await get('/metrics')).text();
      expect(text).toMatch(/_count\{method="GET",route="\/api\/nodes\/:id",status="400"\} [1-9]/);
      expect(text).toMatch(/_count\{method="GET",route="files",status="404"\} [1-9]/);
      expect(text).toContain('entente_cypher_statements_total{outcome="answered"} 1');
      expect(text).toContain('entente_cypher_statements_total{outcome="invalid_request"} 1');
      expect(text).toContain('entente_database_ready 1');
      expect(text).toContain('entente_cypher_running 0');
      expect(text).toMatch(/process_resident_memory_bytes [1-9]/);
      expect(text).not.toContain('chosen');
    });

    it('is alive and ready', async () => {
      expect((await get('/health/live')).status).toBe(200);
      expect((await get('/health/ready')).status).toBe(200);
    });
  });
});
