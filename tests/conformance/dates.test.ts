import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type RouteName, routes } from '../../server/core/contract/routes.ts';
import type { Filters } from '../../server/core/model/filters.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import { filterGraph } from '../../server/core/view/filter-graph.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { parseStatement } from '../../server/statements/parse.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';
import { type Served, serveDatabase } from '../setup/serve.ts';

const statement = (text: string) => parseStatement('read/example', `// Tries.\n// @returns x\n${text}`);

/** What no date can be read from. */
const UNREADABLE = [
  ...["'abc'", "''", "'7'", "'in the spring of 2025'", "'07.10.2025'", "'2025-13'", "'2025-10-7'", "'-1'"],
  ...["'2025-02-31'", "'2025-02-29'", "'1900-02-29'", "'2025-04-31'", "'2025-12-32'", "'2025-01-00'"],
  ...[
    "'2025-02-31T10:00'",
    '7',
    '20251007',
    '2010.5',
    '-2010',
    'true',
    '[]',
    '[2010, 2011]',
    "['2025']",
    "time('10:00Z')",
  ],
  ...["duration('P2010Y')", 'point({x: 2010, y: 1})', 'datetime({year: -44})'],
];
/** What is read as a date, and as which. */
const READABLE = {
  "'2010'": '2010',
  '2010': '2010',
  '2010.0': '2010',
  "'9999'": '9999',
  "'2025-10'": '2025-10',
  "'2025-10-07'": '2025-10-07',
  "'2024-02-29'": '2024-02-29',
  "'2020-02-29T23:00'": '2020-02-29',
  "'2025-08-31'": '2025-08-31',
  "date('2025-10-07')": '2025-10-07',
  "'2025-10-07 08:30'": '2025-10-07',
  "datetime('2025-10-07T23:59:59.05+02:00')": '2025-10-07',
};
const VALUES = [...UNREADABLE, ...Object.keys(READABLE)];

describeOnEveryEngine('dates of any kind on edges', (engine) => {
  let database: Database;
  let served: Served;
  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    const edges = VALUES.flatMap((value, at) => [
      `CREATE (a)-[:BEGINS {value: ${at}, since: ${value}}]->(b)`,
      `CREATE (a)-[:ENDS {value: ${at}, until: ${value}}]->(b)`,
      `CREATE (a)-[:SAID {value: ${at}, since: ${value}, statedOn: '1950'}]->(b)`,
      `CREATE (a)-[:TOLD_AFTERWARDS {value: ${at}, until: ${value}, statedOn: '2026-03-15'}]->(b)`,
    ]);
    await database.write((transaction) =>
      transaction.run(statement(`CREATE (a:City {name: 'A'}), (b:City {name: 'B'})\n${edges.join('\n')}`)),
    );
    served = await serveDatabase(database);
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });

  async function ask<N extends RouteName>(name: N, path: string, filters: Filters): Promise<Answer<N>> {
    const search = new URLSearchParams(
      Object.entries(filters).flatMap(([key, value]) => [value].flat().map((each) => [key, String(each)])),
    );
    const response = await fetch(`${served.url}${path}?${search}`);
    const body = await response.json();
    expect(response.status, JSON.stringify(body)).toBe(200);
    return routes[name].answer.parse(body) as Answer<N>;
  }
  const graph = (filters: Filters) => ask('graph', '/api/graph', filters);
  const valuesOf = ({ edges }: Graph, type: string) =>
    edges
      .filter(({ attributes }) => attributes.type === type)
      .map(({ attributes }) => VALUES[Number(attributes.properties.value)])
      .sort();
  const those = (passes: (date: string) => boolean) =>
    VALUES.filter((value) => {
      const date = READABLE[value as keyof typeof READABLE] as string | undefined;
      return date === undefined || passes(date);
    }).sort();

  it('count as no date where none can be read, and else for all days that they may mean', async () => {
    const early = await graph({ to: '2009-12-31' });
    expect(valuesOf(early, 'BEGINS')).toEqual([...UNREADABLE].sort());
    expect(valuesOf(early, 'SAID')).toEqual([...UNREADABLE].sort());
    expect(valuesOf(early, 'ENDS')).toEqual([...VALUES].sort());
    expect(valuesOf(await graph({ to: '1949' }), 'SAID')).toEqual([]);
    expect(valuesOf(await graph({ to: '2010-01-01' }), 'BEGINS')).toEqual(those((date) => date === '2010'));
    expect(valuesOf(await graph({ to: '2025-10-07' }), 'BEGINS')).toEqual(those((date) => date < '9999'));
    expect(valuesOf(await graph({ from: '2010-12-31' }), 'ENDS')).toEqual([...VALUES].sort());
    expect(valuesOf(await graph({ from: '2025-10-08' }), 'ENDS')).toEqual(
      those((date) => date === '2025-10' || date === '9999'),
    );
  });

  it('have what was over before it was stated begin by its end', async () => {
    const told = async (to: string) => valuesOf(await graph({ to }), 'TOLD_AFTERWARDS');
    const over = (passes: (date: string) => boolean) =>
      VALUES.filter((value) => passes(READABLE[value as keyof typeof READABLE] ?? '2026-03-15')).sort();
    expect(await told('2009')).toEqual([]);
    expect(await told('2010')).toEqual(over((date) => date === '2010'));
    expect(await told('2025')).toEqual(over((date) => date < '2026'));
    expect(await told('2026-03-14')).toEqual(over((date) => date < '2026'));
    expect(await told('2026-03-15')).toEqual([...VALUES].sort());
  });

  it('are told by the time axis, which counts those that cannot be read as without a date', async () => {
    for (const unit of ['day', 'month', 'year'] as const) {
      const { bins, undated } = await ask('timeline', '/api/timeline', {
        type: ['BEGINS'],
        from: '2009',
        unit,
      } as Filters);
      const width = { day: 10, month: 7, year: 4 }[unit];
      const dates = [...new Set(Object.values(READABLE).map((date) => date.slice(0, width)))];
      expect(bins.map(({ date }) => date)).toEqual(dates.sort());
      expect(undated).toBe(UNREADABLE.length);
    }
  });

  it('are filtered in the browser as in the database, around nodes as in the whole graph', async () => {
    const whole = await graph({});
    const { dates } = await ask('schema', '/api/schema', {});
    expect(dates).toEqual({ first: '1950-01-01', last: '9999-12-31' });
    const keysOf = ({ edges }: Graph) => edges.map(({ key }) => key).sort();
    const around = { focus: [whole.nodes[0]?.key ?? ''], depth: 1 };
    for (const filters of [
      ...['1949', '2009', '2010', '2025-10', '2025-10-06', '2025-10-07'].map((to) => ({ to })),
      ...['2010', '2011', '2025-10-07', '2025-11', '9999'].map((from) => ({ from })),
      { from: '2010-06', to: '2025-10-01' },
    ]) {
      const expected = keysOf(filterGraph(whole, filters));
      expect(keysOf(await graph(filters)), JSON.stringify(filters)).toEqual(expected);
      expect(keysOf(await graph({ ...filters, ...around })), JSON.stringify(filters)).toEqual(expected);
    }
  });
});
