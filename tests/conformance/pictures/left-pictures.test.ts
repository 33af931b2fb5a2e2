import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DrawPdf } from '../../../server/api/pictures/pdf.ts';
import { openNeo4j } from '../../../server/database/neo4j.ts';
import type { Database } from '../../../server/database/port.ts';
import { createGraphService } from '../../../server/graph/service.ts';
import { openStills } from '../../../server/pictures/still.ts';
import { loadStatements } from '../../../server/statements/load.ts';
import { describeOnEveryEngine, emptyDatabase } from '../../setup/engines.ts';
import { type Served, serveDatabase } from '../../setup/serve.ts';

const CYPHER = join(import.meta.dirname, '../../../cypher');
const PDF = { result: Buffer.from('%PDF-1.7'), took: 1 };

describeOnEveryEngine('pictures whose readers go away', (engine) => {
  let database: Database;
  let served: Served;
  let drawings: { signal: AbortSignal; finish: () => void }[] = [];
  /** Takes until it is told to finish. */
  const drawPdf: DrawPdf =
    async () =>
    ({ signal }) =>
      new Promise((resolve, reject) => {
        drawings.push({ signal, finish: () => resolve(PDF) });
        signal.addEventListener('abort', () => reject(signal.reason));
      });
  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    served = await serveDatabase(database, { drawPdf });
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });
  beforeEach(() => {
    drawings = [];
  });

  const begun = (many: number) => expect.poll(() => drawings.length, { timeout: 10_000 }).toBe(many);
  const ask = async (path: string, signal?: AbortSignal) =>
    fetch(served.url + path, signal && { signal }).then(({ status }) => status, String);
  /** Answered with several reads, so after all that was asked for before has come as far as it can. */
  const meanwhile = async () => expect(await ask('/api/schema')).toBe(200);

  it('are drawn to the end for whoever still waits', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [first.signal, second.signal, undefined].map((signal) =>
      ask('/picture.pdf?seed=1', signal),
    );
    await begun(1);
    await meanwhile();
    first.abort();
    second.abort();
    await meanwhile();
    expect(drawings.map(({ signal }) => signal.aborted)).toEqual([false]);
    drawings[0]?.finish();
    expect((await Promise.all(asked)).at(-1)).toBe(200);
    expect(await ask('/picture.pdf?seed=1')).toBe(200);
    expect(drawings).toHaveLength(1);
  });

  it('are given up when the last has gone, and drawn anew for the next', async () => {
    const leaving = new AbortController();
    const asked = [ask('/picture.pdf?seed=2', leaving.signal), ask('/picture.pdf?seed=2', leaving.signal)];
    await begun(1);
    await meanwhile();
    leaving.abort();
    await Promise.all(asked);
    await expect.poll(() => drawings[0]?.signal.aborted).toBe(true);
    const next = ask('/picture.pdf?seed=2');
    await begun(2);
    drawings[1]?.finish();
    expect(await next).toBe(200);
  });

  it('keep nobody from reading while they are drawn, or wait to be', async () => {
    const asked = Array.from({ length: 17 }, (_, at) => ask(`/picture.pdf?seed=${at + 10}`));
    await begun(17);
    await meanwhile();
    for (const { finish } of drawings) finish();
    expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
  });

  it('are not drawn by a thread either for which nobody waits', async () => {
    const stills = openStills();
    try {
      const limits = { rowLimit: 1_000, readTimeout: 10_000 };
      const service = createGraphService(database, loadStatements(CYPHER, 'server'), limits);
      const leaving = new AbortController();
      const page = { pageWidth: 400, pageHeight: 300, legend: false, credit: false, transparent: false };
      const drawing = service.read((reader) => {
        const drawn = [
          stills.drawPdf(reader, {}, page, '').then((draw) => draw?.(leaving)),
          stills.draw(reader, {}, { legend: false, size: 'wide' }).then((draw) => draw?.(leaving)),
        ];
        leaving.abort(new Error('left'));
        return Promise.allSettled(drawn);
      });
      expect((await drawing).value).toMatchObject(Array(2).fill({ reason: { message: 'left' } }));
    } finally {
      await stills.close();
    }
  });
});
