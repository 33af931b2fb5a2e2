import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { startManagedDatabase } from '../../server/database/managed/start.ts';
import { environmentWithFile, readSettings } from '../../server/settings.ts';
import { ENGINE_VERSIONS } from '../setup/engine-versions.ts';
import { reapWhenGone } from '../setup/reaping/reap.ts';
import { benchAttacks } from './attacks.ts';
import { benchCamera } from './camera.ts';
import { benchGuard, benchRows } from './cypher.ts';
import { benchEmbeds } from './embeds.ts';
import { benchLargeReads } from './large-reads.ts';
import { benchLayout } from './layout.ts';
import { benchMeasures } from './measures.ts';
import { fillNetwork } from './network.ts';
import { benchPage } from './page.ts';
import { benchGraph, benchLoad, benchNeighbourhood } from './reads.ts';
import { startServerProcess } from './server.ts';
import { line, ms } from './statistics.ts';
import { benchTasks } from './tasks.ts';

const NODES = 10_000;
const EDGES = 50_000;

const say = (lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

/** The product on a database of its own that holds the story: start-up, page, load. */
async function benchStory(folder: string): Promise<void> {
  const environment = { ENTENTE_DATA_FOLDER: folder, NEO4J_URI: '' };
  const first = await startServerProcess(environment);
  const firstReady = first.readyAfter;
  await first.stop();
  const second = await startServerProcess(environment);
  say([
    line('start on an empty folder: ready and seeded after', ms(firstReady)),
    line('second start: the page answers after', ms(second.answersAfter), '≤ 1 s'),
    line('second start: ready after', ms(second.readyAfter)),
    line('server memory at rest', `${second.memory()?.toFixed(0) ?? '?'} MiB`),
  ]);
  say(await benchPage(second.url));
  say(await benchEmbeds(second.url));
  say(await benchLoad(second.url));
  say([line('server memory after the load', `${second.memory()?.toFixed(0) ?? '?'} MiB`)]);
  await second.stop();
}

/** The product on a network of the size that the goals name, against a bare driver. */
async function benchSize(folder: string): Promise<void> {
  const { cacheFolder } = readSettings(environmentWithFile(process.cwd(), process.env));
  const started = performance.now();
  const managed = await startManagedDatabase({ folder, cacheFolder });
  say([line(`Neo4j ${managed.version} boots in`, ms(performance.now() - started))]);
  const { uri, username, password } = managed.connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    await fillNetwork(driver, NODES, EDGES);
    const server = await startServerProcess({
      NEO4J_URI: uri,
      NEO4J_USERNAME: username,
      NEO4J_PASSWORD: password,
      ENTENTE_CYPHER_REQUESTS: '1000000',
      ENTENTE_CYPHER_SECONDS: '100000',
    });
    say([`\n${NODES} nodes, ${EDGES} edges:`]);
    say(await benchGraph(driver, server.url, 100_000));
    say(await benchNeighbourhood(driver, server.url, NODES));
    say(await benchLargeReads(server.url, 100_000));
    say(await benchGuard(driver, managed.connection));
    say(await benchRows(driver, server.url, server.memory));
    say(await benchTasks(server.url));
    say([line('server memory after that', `${server.memory()?.toFixed(0) ?? '?'} MiB`)]);
    await server.stop();
  } finally {
    await driver.close();
    await managed.stop();
  }
}

/** The product while strangers try to stop it, on every engine. */
async function benchHostile(folder: string): Promise<void> {
  for (const version of ENGINE_VERSIONS) {
    const own = join(folder, version);
    const server = await startServerProcess({
      ...{ ENTENTE_DATA_FOLDER: own, ENTENTE_NEO4J_VERSION: version, NEO4J_URI: '' },
      // As if they came from many addresses, and without the allowance of a minute, which would hold most of them.
      ...{ ENTENTE_TRUST_PROXY: '1', ENTENTE_CYPHER_REQUESTS: '1000000', ENTENTE_CYPHER_SECONDS: '100000' },
    });
    const pid = () => {
      try {
        return JSON.parse(readFileSync(join(own, 'running.json'), 'utf8')).pid as number;
      } catch {
        return undefined;
      }
    };
    say([`\nUnder attack, on Neo4j ${version}:`, ...(await benchAttacks(server.url, pid))]);
    say([line('server memory after that', `${server.memory()?.toFixed(0) ?? '?'} MiB`)]);
    await server.stop();
  }
}

/** Parts can be named, such as `npm run bench -- attacks`; all are run otherwise. */
const asked = process.argv.slice(2).filter((each) => /^[a-z]+$/.test(each));
const isAsked = (part: string) => asked.length === 0 || asked.includes(part);

const folders = [1, 2, 3].map(() => mkdtempSync(join(tmpdir(), 'entente-bench-'))) as [
  string,
  string,
  string,
];
for (const folder of folders) reapWhenGone(folder);
try {
  say([
    `Node ${process.version}, ${cpus().length} cores. Ratios are of one run; nothing here fails on time.\n`,
  ]);
  if (isAsked('core')) {
    say(await benchMeasures());
    say(benchLayout());
    say(
      await benchCamera([
        [1_000, 5_000],
        [NODES, EDGES],
      ]),
    );
  }
  if (isAsked('story')) await benchStory(folders[0]);
  if (isAsked('large')) await benchSize(folders[1]);
  if (isAsked('attacks')) await benchHostile(folders[2]);
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
