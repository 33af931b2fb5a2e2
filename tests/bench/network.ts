import type { Driver } from 'neo4j-driver';

/** A pseudo-random number generator (mulberry32), so that every run measures the same network. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LABELS = ['Person', 'State', 'Organisation', 'Group'];
const TYPES = ['SUPPORTS', 'OPPOSES', 'ATTENDS', 'MEMBER_OF'];
const BATCH = 5_000;

/**
 * Fills an empty database with a network of the given size, with skewed degrees as real ones have and
 * the same labels, constraints and evidence as a seeded set.
 */
export async function fillNetwork(driver: Driver, nodes: number, edges: number): Promise<void> {
  const run = async (text: string, rows: object[] = []) => {
    const session = driver.session();
    try {
      await session.run(text, { rows });
    } finally {
      await session.close();
    }
  };
  await run('CREATE CONSTRAINT IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE');
  for (const type of TYPES)
    await run(`CREATE CONSTRAINT IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`);
  const random = randomFrom(7);
  const nodeRows = Array.from({ length: nodes }, (_, i) => ({
    label: LABELS[i % LABELS.length],
    properties: {
      id: `actor-${i}`,
      name: `Actor number ${i}`,
      aliases: [`A${i}`],
      summary: `The actor numbered ${i}.`,
    },
  }));
  const pick = () => Math.floor(random() ** 2 * nodes);
  const edgeRows = Array.from({ length: edges }, (_, i) => ({
    from: `actor-${pick()}`,
    to: `actor-${pick()}`,
    type: TYPES[Math.floor(random() * TYPES.length)],
    properties: {
      id: `edge-${i}`,
      claim: `The claim numbered ${i}, in a sentence of the usual length for such claims.`,
      source: 'a-report',
      assertedBy: 'a-report',
      modality: 'actual',
      confidence: random() < 0.5 ? 'stated' : 'inferred',
      since: `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}`,
    },
  }));
  for (let start = 0; start < nodes; start += BATCH)
    await run(
      'UNWIND $rows AS row CREATE (n:Actor:$(row.label)) SET n = row.properties',
      nodeRows.slice(start, start + BATCH),
    );
  for (let start = 0; start < edges; start += BATCH)
    await run(
      'UNWIND $rows AS row MATCH (a:Actor {id: row.from}) MATCH (b:Actor {id: row.to}) CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties',
      edgeRows.slice(start, start + BATCH),
    );
  await run('CALL db.awaitIndexes(120)');
}
