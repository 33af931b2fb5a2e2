import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DataSet } from '../../seed/data-set.ts';
import { BUILT_IN_SET, seedFolder } from '../../seed/seed.ts';
import { libraryAnswer } from '../../server/core/contract/cypher.ts';
import type { Row, Value } from '../../server/core/model/rows.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';
import { serveDatabase } from '../setup/serve.ts';

const PROJECT = join(import.meta.dirname, '../..');
const library = loadStatements(join(PROJECT, 'cypher'), 'server');
type Edge = DataSet['edges'][number];

describeOnEveryEngine('the library of questions, against the data set read by another route', (engine) => {
  let database: Database;
  let set: DataSet;
  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    const folder = join(PROJECT, 'seed/data', BUILT_IN_SET);
    set = (await seedFolder(database, loadStatements(join(PROJECT, 'cypher'), 'seed'), folder)).dataSet;
  });
  afterAll(() => database.close());

  const ask = async (name: string, parameters = {}): Promise<Row[]> =>
    (await database.read(library.get(`library/${name}`), parameters)).rows;
  const nameOf = (id: string) =>
    [...set.actors, ...set.events, ...set.issues, ...set.sources].find((each) => each.id === id)
      ?.name as string;
  const isActor = (id: string) => set.actors.some((each) => each.id === id);
  const signOf = (edge: Edge) => set.types.find((each) => each.type === edge.type)?.sign as number;
  /** Every stand: an actor, an issue, a sign other than 0. */
  const stands = () =>
    set.edges.filter(
      (edge) => signOf(edge) !== 0 && isActor(edge.from) && set.issues.some((issue) => issue.id === edge.to),
    );
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  const same = (rows: unknown[], expected: unknown[]) => {
    expect(expected.length).toBeGreaterThan(0);
    expect(sorted(rows)).toEqual(sorted(expected));
  };
  const tied = (a: string, b: string) =>
    set.edges.some((edge) => (edge.from === a && edge.to === b) || (edge.from === b && edge.to === a));

  it('agreement: every pair with equal stands', async () => {
    const pairs = new Map<string, Set<string>>();
    for (const a of stands())
      for (const b of stands())
        if (a.to === b.to && signOf(a) === signOf(b) && a.from < b.from) {
          const key = JSON.stringify([nameOf(a.from), nameOf(b.from)]);
          pairs.set(
            key,
            (pairs.get(key) ?? new Set()).add(`${signOf(a) === 1 ? 'for' : 'against'} ${nameOf(a.to)}`),
          );
        }
    const rows = await ask('agreement', { minimum: 1n });
    same(
      rows.map((row) => [row.actor, row.other, row.agreements, [...(row.issues as string[])].sort()]),
      [...pairs].map(([key, issues]) => [...JSON.parse(key), issues.size, [...issues].sort()]),
    );
  });

  it('disagreement: every pair with opposite stands, with both claims', async () => {
    const expected = stands()
      .filter((a) => signOf(a) === 1)
      .flatMap((a) =>
        stands()
          .filter((b) => b.to === a.to && signOf(b) === -1)
          .map((b) => [
            nameOf(a.from),
            nameOf(b.from),
            nameOf(a.to),
            a.claim,
            b.claim,
            `${a.confidence} / ${b.confidence}`,
          ]),
      );
    same(
      (await ask('disagreement')).map((row) => [
        row.supporter,
        row.opponent,
        row.issue,
        row.for,
        row.against,
        row.firmness,
      ]),
      expected,
    );
  });

  it('mediation: every mediator with the parties', async () => {
    const expected = set.edges
      .filter((edge) => edge.type === 'MEDIATES')
      .map((edge) => [
        nameOf(edge.from),
        nameOf(edge.to),
        set.edges
          .filter((each) => each.type === 'ATTENDS' && each.to === edge.to)
          .map((each) => nameOf(each.from))
          .sort(),
        edge.modality,
        edge.confidence,
        edge.claim,
      ]);
    same(
      (await ask('mediation')).map((row) => [
        row.mediator,
        row.event,
        [...(row.parties as string[])].sort(),
        row.modality,
        row.confidence,
        row.claim,
      ]),
      expected,
    );
  });

  it('absence: everybody who stays away, and who goes instead', async () => {
    const expected = set.edges
      .filter((edge) => edge.type === 'ABSENT_FROM')
      .map((edge) => {
        const substitute = set.edges.find(
          (each) =>
            each.type === 'SUBSTITUTES_FOR' &&
            each.to === edge.from &&
            set.edges.some(
              (there) => there.type === 'ATTENDS' && there.from === each.from && there.to === edge.to,
            ),
        );
        return [
          nameOf(edge.from),
          nameOf(edge.to),
          edge.modality,
          substitute ? nameOf(substitute.from) : null,
          edge.claim,
        ];
      });
    same(
      (await ask('absence')).map((row) => [row.absent, row.event, row.modality, row.substitute, row.claim]),
      expected,
    );
  });

  it('positions over time: every stand on every issue, the undated last', async () => {
    let total = 0;
    for (const issue of set.issues) {
      const expected = stands().filter((edge) => edge.to === issue.id);
      const rows = await ask('positions-over-time', { issue: issue.id });
      expect(sorted(rows.map((row) => [row.date, row.actor, row.stance, row.claim]))).toEqual(
        sorted(
          expected.map((edge) => [
            edge.since ?? edge.statedOn ?? null,
            nameOf(edge.from),
            signOf(edge) === 1 ? 'for' : 'against',
            edge.claim,
          ]),
        ),
      );
      const dates = rows.map((row) => row.date ?? '9999') as string[];
      expect(dates).toEqual([...dates].sort());
      total += rows.length;
    }
    expect(total).toBe(stands().length);
  });

  it.each(['contested', 'inferred'])(
    'contested claims: every %s one with who asserts it',
    async (confidence) => {
      const expected = set.edges
        .filter((edge) => edge.confidence === confidence)
        .map((edge) => [
          nameOf(edge.from),
          edge.type,
          nameOf(edge.to),
          edge.claim,
          nameOf(edge.assertedBy ?? ''),
          edge.paragraph,
        ]);
      same(
        (await ask('contested-claims', { confidence })).map((row) => [
          row.from,
          row.type,
          row.to,
          row.claim,
          row.assertedBy,
          row.paragraph,
        ]),
        expected,
      );
    },
  );

  it('not yet real: every claim that is not actual', async () => {
    const expected = set.edges
      .filter((edge) => edge.modality !== 'actual')
      .map((edge) => [
        edge.modality,
        nameOf(edge.from),
        edge.type,
        nameOf(edge.to),
        edge.claim,
        edge.paragraph,
      ]);
    same(
      (await ask('not-yet-real')).map((row) => [
        row.modality,
        row.from,
        row.type,
        row.to,
        row.claim,
        row.paragraph,
      ]),
      expected,
    );
  });

  it('bridges: everybody tied to both sides of an issue', async () => {
    const issue = set.issues
      .map(({ id }) => id)
      .find((id) =>
        [1, -1].every((sign) => stands().some((edge) => edge.to === id && signOf(edge) === sign)),
      ) as string;
    const side = (sign: number) => [
      ...new Set(
        stands()
          .filter((edge) => edge.to === issue && signOf(edge) === sign)
          .map((edge) => edge.from),
      ),
    ];
    const expected = set.actors.flatMap(({ id, name }) => {
      const near = (ids: string[]) =>
        ids
          .filter((other) => other !== id && tied(id, other))
          .map(nameOf)
          .sort();
      const [supporters, opponents] = [near(side(1)), near(side(-1))];
      return supporters.length > 0 && opponents.length > 0 ? [[name, supporters, opponents]] : [];
    });
    same(
      (await ask('bridges', { issue })).map((row) => [
        row.bridge,
        [...(row.supporters as string[])].sort(),
        [...(row.opponents as string[])].sort(),
      ]),
      expected,
    );
  });

  it('body against members: every issue on which both have a stand', async () => {
    const expected = set.edges
      .filter((edge) => ['LEADS', 'MEMBER_OF'].includes(edge.type))
      .flatMap((tie) =>
        stands()
          .filter((own) => own.from === tie.from)
          .flatMap((own) =>
            stands()
              .filter((theirs) => theirs.from === tie.to && theirs.to === own.to)
              .map((theirs) => [
                nameOf(tie.to),
                signOf(theirs),
                nameOf(tie.from),
                signOf(own),
                nameOf(own.to),
                signOf(own) === signOf(theirs),
              ]),
          ),
      );
    const rows = await ask('body-against-members');
    expect(
      sorted(
        rows.map((row) => [row.body, row.bodyStance, row.person, row.personStance, row.issue, row.agree]),
      ),
    ).toEqual(sorted(expected));
  });

  it('who says so: every asserter with what rests on it', async () => {
    const asserters = [...new Set(set.edges.flatMap((edge) => edge.assertedBy ?? []))];
    const expected = asserters.map((id) => {
      const own = set.edges.filter((edge) => edge.assertedBy === id);
      const of = (confidence: string) => own.filter((edge) => edge.confidence === confidence).length;
      return [
        nameOf(id),
        own.length,
        own.filter((edge) => edge.from === id || edge.to === id).length,
        of('stated'),
        of('inferred'),
        of('contested'),
      ];
    });
    same(
      (await ask('who-says-so')).map((row) => [
        row.asserter,
        row.claims,
        row.aboutItself,
        row.stated,
        row.inferred,
        row.contested,
      ]),
      expected,
    );
  });

  it('co-attendance: every pair at the same event', async () => {
    const there = set.edges.filter((edge) => edge.type === 'ATTENDS' && edge.modality === 'actual');
    const pairs = new Map<string, Set<string>>();
    for (const a of there)
      for (const b of there)
        if (a.to === b.to && a.from < b.from) {
          const key = JSON.stringify([nameOf(a.from), nameOf(b.from)]);
          pairs.set(key, (pairs.get(key) ?? new Set()).add(nameOf(a.to)));
        }
    same(
      (await ask('co-attendance', { modality: 'actual' })).map((row) => [
        row.actor,
        row.other,
        [...(row.events as string[])].sort(),
      ]),
      [...pairs].map(([key, events]) => [...JSON.parse(key), [...events].sort()]),
    );
  });

  it('commitments: every promise with what stands against it', async () => {
    const given = set.edges.filter((edge) => edge.type === 'COMMITTED_TO');
    const names = (edges: Edge[]) => [...new Set(edges.map((edge) => nameOf(edge.from)))].sort();
    const expected = [...new Set(given.map((edge) => edge.to))].map((id) => [
      nameOf(id),
      names(given.filter((edge) => edge.to === id)),
      names(set.edges.filter((edge) => edge.type === 'CONTRADICTS' && edge.to === id)),
      names(stands().filter((edge) => edge.to === id && signOf(edge) === -1)),
    ]);
    const list = (value: Value | undefined) => [...(value as string[])].sort();
    same(
      (await ask('commitments')).map((row) => [
        row.promise,
        list(row.givenBy),
        list(row.contradictedBy),
        list(row.opposedBy),
      ]),
      expected,
    );
  });

  it('ego network: everything one edge away and the edges among it', async () => {
    for (const { id } of set.actors.slice(0, 5)) {
      const near = new Set([
        id,
        ...set.edges.flatMap((edge) => (edge.from === id ? [edge.to] : edge.to === id ? [edge.from] : [])),
      ]);
      const expected = set.edges
        .filter((edge) => near.has(edge.from) && near.has(edge.to))
        .map((edge) => edge.id);
      same(
        (await ask('ego-network', { actor: id })).map(
          (row) => (row.edge as { properties: { id: string } }).properties.id,
        ),
        expected,
      );
    }
  });

  it('connections: all ways of the shortest length', async () => {
    const [from, to] = [set.actors[0]?.id, set.actors.at(-1)?.id];
    const rows = await ask('connections', { from, to });
    const lengths = new Set(rows.map((row) => (row.path as { edges: unknown[] }).edges.length));
    expect(lengths.size).toBe(rows.length === 0 ? 0 : 1);
    for (const row of rows) {
      const { nodes, edges } = row.path as {
        nodes: { properties: { id: string } }[];
        edges: { properties: { id: string } }[];
      };
      edges.forEach((edge, index) => {
        const coded = set.edges.find((each) => each.id === edge.properties.id) as Edge;
        expect([coded.from, coded.to].sort()).toEqual(
          [nodes[index]?.properties.id, nodes[index + 1]?.properties.id].sort(),
        );
      });
    }
  });

  it('coding by paragraph: every claim under its paragraph', async () => {
    const source = set.sources[0]?.id;
    same(
      (await ask('coding-by-paragraph', { source })).map((row) => [row.paragraph, row.claim]),
      set.edges.map((edge) => [edge.paragraph, edge.claim]),
    );
  });

  it('is offered with title, purpose, parameters and text', async () => {
    const served = await serveDatabase(database);
    const { statements } = libraryAnswer.parse(await (await fetch(`${served.url}/api/statements`)).json());
    await served.close();
    expect(statements.length).toBeGreaterThanOrEqual(12);
    for (const { name, title, purpose, text, parameters } of statements) {
      expect(title.endsWith('?'), name).toBe(true);
      expect(purpose.length, name).toBeGreaterThan(title.length + 20);
      for (const parameter of parameters) expect(text).toContain(`$${parameter.name}`);
    }
  });
});
