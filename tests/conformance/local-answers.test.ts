import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUILT_IN_SET, openDataSet, seedFolder } from '../../seed/seed.ts';
import { createLocalServer } from '../../server/core/local/local-server.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';
import { type Served, serveDatabase } from '../setup/serve.ts';

const PROJECT = join(import.meta.dirname, '../..');
const FOLDER = join(PROJECT, 'seed/data', BUILT_IN_SET);

/** Of every endpoint that a page asks, with what its parameters can be and what they cannot. */
function questions({ nodes, edges }: Graph): string[] {
  const [first, second, third] = nodes.map(({ key }) => key) as [string, string, string];
  const last = nodes.at(-1)?.key ?? '';
  const far = nodes[20]?.key ?? '';
  const edge = edges[3]?.key ?? '';
  return [
    ...['/api/schema', '/api/stories', '/api/stories/no-such-story'],
    ...['', '?limit=5', '?limit=1', '?limit=40', '?limit=0', '?limit=100001', '?colour=red'].map(
      (search) => `/api/graph${search}`,
    ),
    ...[
      'label=Person',
      'label=Person&label=State&limit=7',
      'label=Nobody',
      'type=SUPPORTS&type=OPPOSES',
      'type=SUPPORTS&limit=3',
      'type=SUPORTS',
      'modality=proposed',
      'modality=maybe',
      'confidence=inferred&label=State',
      'source=nowhere',
      'from=2025-11',
      'to=2025-06&when=held',
      'from=2025&to=2025-11-15&when=said',
      'dated=true&limit=20',
      'from=2025-12&to=2025-01',
      'from=2025-13',
      `focus=${first}`,
      `focus=${first}&depth=0`,
      `focus=${last}&focus=${far}&depth=2&limit=12`,
      `focus=${second}&depth=3&type=SUPPORTS&label=State`,
      `focus=${first}&limit=4`,
      `focus=${second}&from=2025-11&depth=1`,
      'focus=no-such-node&focus=nor-this',
    ].map((search) => `/api/graph?${search}`),
    ...[first, last, 'no-such-node'].map((key) => `/api/nodes/${key}`),
    ...[
      '',
      '?depth=2&direction=out',
      '?direction=in&limit=3',
      '?depth=9',
      '?type=SUPPORTS',
      '?type=NONE',
    ].map((search) => `/api/nodes/${third}/neighbourhood${search}`),
    '/api/nodes/no-such-node/neighbourhood',
    ...[edge, edges.at(-1)?.key, 'no-such-edge'].map((key) => `/api/edges/${key}`),
    ...[
      `from=${first}&to=${last}&all=true`,
      `from=${second}&to=${far}&all=true&maxLength=2`,
      `from=${second}&to=${last}&all=true&type=SUPPORTS&type=MEMBER_OF`,
      `from=${first}&to=${first}`,
      `from=${first}&to=no-such-node`,
      `from=${first}`,
    ].map((search) => `/api/paths?${search}`),
    ...['nato', 'ukraine', 'secretary', 'zelenky', 'e', '%20', 'minister&limit=3', 'x&limit=101'].map(
      (text) => `/api/search?q=${text}`,
    ),
    ...['', '?unit=day', '?unit=year&label=State', '?type=SUPPORTS&when=said', '?unit=week'].map(
      (search) => `/api/timeline${search}`,
    ),
  ];
}

describeOnEveryEngine('answers out of a graph in memory', (engine) => {
  let database: Database;
  let served: Served;
  let whole: Graph;
  let local: ReturnType<typeof createLocalServer>;
  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    await seedFolder(database, loadStatements(join(PROJECT, 'cypher'), 'seed'), FOLDER);
    const { stories } = openDataSet(FOLDER);
    served = await serveDatabase(database, { stories });
    whole = (await (await fetch(`${served.url}/api/graph`)).json()) as Graph;
    local = createLocalServer(whole, { version: '0.0.0-test', rowLimit: 100_000, stories });
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });

  const asked = async (address: string) => {
    const response = await fetch(served.url + address);
    return told(response.status, await response.json());
  };
  const answered = async (address: string) => {
    const { status, body } = await local({ method: 'GET', address, accept: 'application/json' });
    return told(status, JSON.parse(new TextDecoder().decode(body)));
  };

  it('are those of the server, whatever is asked, refusals and all', { timeout: 300_000 }, async () => {
    for (const address of questions(whole))
      expect.soft({ address, ...(await answered(address)) }).toEqual({ address, ...(await asked(address)) });
  });

  it('of a database name the rules that its data set is drawn by, and no other', async () => {
    const looks = [
      { dataSet: BUILT_IN_SET, rules: ['node:label=State; shape=star'] },
      { dataSet: 'elsewhere', rules: ['node; colour=grey'] },
    ];
    const drawn = await serveDatabase(database, { looks });
    const graph = (await (await fetch(`${drawn.url}/api/graph?limit=3`)).json()) as Graph;
    expect(graph.attributes.looks).toEqual(['node:label=State; shape=star']);
    expect(whole.attributes).not.toHaveProperty('looks');
    await drawn.close();
  });

  it('tell the same of the data in the status', async () => {
    const of = ({ body: { snapshot, counts } }: Awaited<ReturnType<typeof asked>>) => ({ snapshot, counts });
    expect(of(await answered('/api/status'))).toEqual(of(await asked('/api/status')));
  });

  it('find a path as short as the server does where one is asked for', async () => {
    const [from, to] = [whole.nodes[1]?.key, whole.nodes.at(-1)?.key];
    const address = `/api/paths?from=${from}&to=${to}`;
    const lengths = ({ body }: { body: { paths: { edges: string[] }[] } }) =>
      body.paths.map(({ edges }) => edges.length);
    expect(lengths((await answered(address)) as never)).toEqual(lengths((await asked(address)) as never));
  });
});

/** An answer without what differs by place: who was asked, and the order of paths, which a database takes from its own ids. */
function told(status: number, answer: unknown) {
  const body = answer as Record<string, unknown> & { error?: object; paths?: object[] };
  if (body.error) return { status, body: { ...body, error: { ...body.error, requestId: '' } } };
  if (!body.paths) return { status, body };
  const paths = [...body.paths].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return { status, body: { ...body, paths } };
}
