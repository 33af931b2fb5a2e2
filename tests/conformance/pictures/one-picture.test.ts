import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCall } from '../../../client/api.ts';
import { createExplorerStore } from '../../../client/state/store.ts';
import { BUILT_IN_SET, openDataSet, seedFolder } from '../../../seed/seed.ts';
import { createViewLoader } from '../../../server/core/loading/load-view.ts';
import { measureNodes } from '../../../server/core/measures/registry.ts';
import { runTask } from '../../../server/core/measures/report.ts';
import { type PictureParts, pictureOf } from '../../../server/core/picture/picture-of.ts';
import { settleView } from '../../../server/core/picture/settle-view.ts';
import { drawnOf, gather } from '../../../server/core/take-away/gather.ts';
import type { View } from '../../../server/core/view/view.ts';
import { searchToView, viewToSearch } from '../../../server/core/view/view-link.ts';
import { embedText } from '../../../server/core/words/embed-text.ts';
import { openNeo4j } from '../../../server/database/neo4j.ts';
import type { Database } from '../../../server/database/port.ts';
import { createGraphService } from '../../../server/graph/service.ts';
import { createArranger } from '../../../server/pictures/arrange-view.ts';
import { createPictureReader } from '../../../server/pictures/read-view.ts';
import { loadStatements } from '../../../server/statements/load.ts';
import { describeOnEveryEngine, emptyDatabase } from '../../setup/engines.ts';
import { type Served, serveDatabase } from '../../setup/serve.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const FOLDER = join(PROJECT, 'seed/data', BUILT_IN_SET);
/** On each engine. */
const VIEWS = 150;
/** Each view is asked for some ten times, and a machine may be busy. */
const DEADLINE = 300_000;

/** Views of the built-in set, in all that decides what is drawn, of what is there and what is not. */
function anyView(keys: readonly string[]): fc.Arbitrary<View> {
  const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, fc.constant('no-such-node'));
  const some = (most = 4) => fc.uniqueArray(key, { minLength: 1, maxLength: most });
  const there = fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 2 });
  const type = fc.constantFrom('SUPPORTS', 'OPPOSES', 'MEMBER_OF', 'LEADS', 'ATTENDS');
  const direction = fc.constantFrom('out', 'in');
  const property = 'property:wikidata';
  const narrowed = fc.record(
    {
      start: fc.constant('nothing' as const),
      focus: there,
      depth: fc.integer({ min: 0, max: 2 }),
      label: fc.subarray(['Person', 'State', 'Issue', 'Organisation'], { minLength: 1 }),
      type: fc.uniqueArray(type, { minLength: 1, maxLength: 3 }),
      modality: fc.subarray(['actual', 'proposed', 'expected'], { minLength: 1 }),
      from: fc.constantFrom('2022', '2025-10'),
      to: fc.constantFrom('2025-11', '2026'),
      add: some(),
      expand: some(2),
      expandBy: fc.array(
        fc.tuple(direction, type, key).map((parts) => parts.join(':')),
        { minLength: 1, maxLength: 2 },
      ),
      reveal: some(2),
      path: fc.tuple(key, key).map((ends) => [...ends]),
      paths: fc.constant('all' as const),
    },
    { requiredKeys: [] },
  );
  const shown = fc.record(
    {
      hide: some(),
      text: fc.constantFrom('membership', 'war', 'zzz'),
      minDegree: fc.integer({ min: 1, max: 6 }),
      backbone: fc.constantFrom(0.05, 0.5),
      nearest: fc.integer({ min: 1, max: 3 }),
      core: fc.integer({ min: 1, max: 3 }),
      largest: fc.constant(true),
      size: fc.constantFrom('same', 'pagerank', 'betweenness', 'eigenvector'),
      colour: fc.constantFrom('communities', 'part', property),
      shape: fc.constant(property),
      width: fc.constantFrom('same', 'parallel', 'confidence'),
      layout: fc.constantFrom('groups', 'hierarchy'),
      seed: fc.integer({ min: 1, max: 2 }),
    },
    { requiredKeys: [] },
  );
  // As it is read from a link, which is all that any of them is ever given.
  return fc
    .tuple(narrowed, shown)
    .map((parts) => searchToView(viewToSearch(Object.assign({}, ...parts) as View)).view);
}

const drawn = ({ graph, positions, looks }: PictureParts) => ({
  nodes: graph.nodes.map(({ key }) => key),
  edges: graph.edges.map(({ key }) => key),
  places: graph.nodes.map(({ key }) => positions.get(key)),
  looks: JSON.stringify(looks, (_, value) => (value instanceof Map ? [...value].sort() : value)),
});

describeOnEveryEngine('a view', (engine) => {
  let [database, site] = [undefined as Database | undefined, undefined as Served | undefined];
  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    await seedFolder(database, loadStatements(join(PROJECT, 'cypher'), 'seed'), FOLDER);
    site = await serveDatabase(database, { stories: openDataSet(FOLDER).stories });
  });
  afterAll(async () => {
    await site?.close();
    await database?.close();
  });

  /** What the explorer has in its state once everything is there, and draws of it. */
  function explorer() {
    const call = createCall({ base: site?.url ?? '' });
    const load = createViewLoader({
      graph: (query, signal) => call('graph', { query, signal }),
      paths: (query, signal) => call('paths', { query, signal }),
    });
    const layouts = new Map();
    const never = new AbortController().signal;
    const whole = load({}, { data: 'one', snapshot: 'one' }, never);
    return async (view: View) => {
      const base = await whole;
      const { graph: loaded } = await load(view, { data: 'one', snapshot: 'one' }, never);
      const measuring = { nodes: measureNodes, alliances: runTask };
      const settled = await settleView({ view, loaded, base: base.graph }, measuring, layouts);
      const store = createExplorerStore(view);
      store.setState(settled);
      return pictureOf(store.getState());
    };
  }

  it(
    'of any kind is the same picture for explorer, server, saved page and text',
    async () => {
      const keys = (
        (await (await fetch(`${site?.url}/api/graph`)).json()) as PictureParts['graph']
      ).nodes.map(({ key }) => key);
      const service = createGraphService(
        database as Database,
        loadStatements(join(PROJECT, 'cypher'), 'server'),
        {
          rowLimit: 5000,
          readTimeout: 60_000,
        },
      );
      const inExplorer = explorer();
      const arrange = createArranger();
      await service.read(async (reader) => {
        await fc.assert(
          fc.asyncProperty(anyView(keys), async (view) => {
            const explored = await inExplorer(view).catch(({ code }) => code as string);
            const pictured = await createPictureReader(
              reader,
              5000,
            )(view)
              .then(arrange)
              .catch(({ code }) => code as string);
            if (typeof explored === 'string' || typeof pictured === 'string')
              return expect(pictured).toBe(explored);
            expect(drawn(pictured)).toEqual(drawn(explored));
            const taken = gather(
              [{ caption: [], view, ...pictured }],
              { credit: '', title: '', legend: false },
              explored.graph,
            );
            const [step] = taken.steps;
            const again = step && drawnOf(taken, step);
            expect(again?.graph.nodes.map(({ key }) => key)).toEqual(drawn(explored).nodes);
            expect(again?.graph.edges.map(({ key }) => key)).toEqual(drawn(explored).edges);
            const page = await (await fetch(`${site?.url}/embed?${viewToSearch(view)}`)).text();
            expect(page).toContain(`As text: ${embedText(explored.graph).counts}`);
          }),
          { numRuns: VIEWS },
        );
      });
    },
    DEADLINE,
  );

  it('that names a path to a node that is not there shows the rest, as page and as picture', async () => {
    for (const page of ['/embed', '/embed.svg']) {
      const response = await fetch(`${site?.url}${page}?path=nato&path=no-such-node`);
      expect([page, response.status]).toEqual([page, 200]);
    }
  });
});
