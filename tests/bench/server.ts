import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../..');

/** The product as `npm start` runs it, in a process of its own. */
export interface ServerProcess {
  url: string;
  /** Milliseconds from the start of the process to its first answer, and to a ready database. */
  answersAfter: number;
  readyAfter: number;
  /** Resident memory of the server in MiB; `undefined` where the system does not tell. */
  memory(): number | undefined;
  stop(): Promise<void>;
}

/**
 * Starts the product with the given environment and waits until its database is ready.
 * @throws Error when it ends before that, with what it printed
 */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(PROJECT, 'server/setup/start.mjs')], {
    env: { ...process.env, PORT: '0', ENTENTE_FRAME_ANCESTORS: 'http://127.0.0.1:*', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await printedUrl(child);
  await fetch(`${url}/health/live`);
  const answersAfter = performance.now() - started;
  while ((await fetch(`${url}/health/ready`)).status !== 200)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    url,
    answersAfter,
    readyAfter: performance.now() - started,
    memory: () => residentMemory(child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk;
      const url = /Entente is at (http\S+)/.exec(printed)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`The server ended early:\n${printed}`)));
  });
}

function residentMemory(pid: number | undefined): number | undefined {
  try {
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kib) / 1024;
  } catch {
    return undefined;
  }
}
