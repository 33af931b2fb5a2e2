import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { identityOf } from '../../server/database/managed/java/processes.ts';
import { readSettings } from '../../server/settings.ts';
import { reapWhenGone } from '../setup/reaping/reap.ts';

export const PROJECT = join(import.meta.dirname, '../..');

/** The built product as a process of its own, in a process group of its own, as a terminal runs it. */
export interface Product {
  process: ChildProcess;
  url: string;
  output(): string;
  status(): Promise<{ state: string; problem?: string }>;
  ready(): Promise<void>;
  /** Sends a signal to the whole group, as a terminal does. */
  signalGroup(signal: NodeJS.Signals): void;
  exitCode(): Promise<number | null>;
}

/** Starts the product on a data folder and resolves when its page answers. */
export async function startProduct(folder: string, extra: Record<string, string> = {}): Promise<Product> {
  const { child, output } = launch(folder, extra);
  await vi.waitFor(() => expect(output()).toMatch(/Entente is at http/), { timeout: 60_000 });
  const url = /Entente is at (\S+)/.exec(output())?.[1] ?? '';
  const exited = once(child, 'exit');
  const status: Product['status'] = async () => {
    // A request under way while the database dies waits for its own time limit.
    const answer = (await (
      await fetch(`${url}/api/status`, { signal: AbortSignal.timeout(2_000) })
    ).json()) as { database?: { state: string } };
    return answer.database ?? { state: 'lost' };
  };
  return {
    ...{ process: child, url, output, status },
    ready: () =>
      vi.waitFor(async () => expect((await status()).state).toBe('ready'), {
        timeout: 110_000,
        interval: 100,
      }),
    signalGroup: (signal) => process.kill(-(child.pid ?? 0), signal),
    exitCode: async () => (await exited)[0] as number | null,
  };
}

/** Starts the product where it is expected to end by itself. */
export async function startExpectingEnd(folder: string, extra: Record<string, string> = {}) {
  const { child, output } = launch(folder, extra);
  const [code] = await once(child, 'exit');
  return { code: code as number | null, output: output() };
}

/** What the product wrote down about the database it started. */
export function runningDatabase(folder: string): { pid: number; port: number; version: string } {
  return JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'));
}

/** Whether there is such a process; one that ended and was not fetched by its parent is gone. */
export function isRunning(pid: number): boolean {
  return identityOf(pid) !== undefined;
}

const reapers = new Map<string, (pid: number) => void>();

function launch(folder: string, extra: Record<string, string>) {
  const reap = reapers.get(folder) ?? reapWhenGone(folder);
  reapers.set(folder, reap);
  const child = spawn(process.execPath, [join(PROJECT, 'server/setup/start.mjs')], {
    detached: true,
    env: {
      ...process.env,
      // Neither a .env nor the shell of whoever runs the tests may lead to a database of theirs.
      NEO4J_URI: '',
      HOST: '127.0.0.1',
      PORT: '0',
      ENTENTE_DATA_FOLDER: folder,
      ENTENTE_CACHE_FOLDER: readSettings(process.env).cacheFolder,
      npm_lifecycle_event: '',
      ...extra,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  reap(child.pid ?? 0);
  let text = '';
  const read = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return { child, output: () => text };
}
