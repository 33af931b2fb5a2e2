import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type ManagedDatabase, startManagedDatabase } from '../../server/database/managed/start.ts';
import { readSettings } from '../../server/settings.ts';
import { ENGINE_VERSIONS, type EngineVersion } from './engine-versions.ts';
import type { EngineProvision } from './engines.ts';
import { reapWhenGone } from './reaping/reap.ts';

/**
 * Starts every engine, side by side, before the first file that needs one, and stops them after the last.
 * One that cannot be had fails the run under CI; elsewhere it is named and its tests are skipped.
 */
export default async function startEngines(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-engines-'));
  const started: ManagedDatabase[] = [];
  // When the run is cut off, nothing must stay behind, what is only starting neither.
  reapWhenGone(folder);
  const provisions = await Promise.all(
    ENGINE_VERSIONS.map(async (version): Promise<EngineProvision> => {
      try {
        const database = await start(version, join(folder, version));
        started.push(database);
        return { version, connection: database.connection };
      } catch (error) {
        return { version, missing: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
  project.provide('engines', provisions);
  const stop = async () => {
    await Promise.all(started.map((each) => each.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const missing = provisions.filter((each) => each.missing);
  for (const each of missing) process.stdout.write(`No Neo4j ${each.version}: ${each.missing}\n`);
  if (missing.length > 0 && process.env.CI === 'true') {
    await stop();
    throw new Error(`Under CI every engine must be there: ${missing.map((each) => each.missing).join(' ')}`);
  }
  return stop;
}

function start(version: EngineVersion, folder: string): Promise<ManagedDatabase> {
  const { cacheFolder } = readSettings(process.env);
  return startManagedDatabase({ folder, cacheFolder, version });
}
