import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DatabaseProcess } from './java-process.ts';
import { consoleLog } from './log-watch.ts';
import { identityOf } from './processes.ts';
import type { Release } from './releases.ts';

const run = promisify(execFile);

/** Whether a Docker daemon answers; a command without a daemon is of no use. */
export async function dockerAnswers(): Promise<boolean> {
  try {
    const { stdout } = await run('docker', ['version', '--format', '{{.Server.Version}}'], {
      timeout: 20_000,
    });
    return stdout.trim() !== '';
  } catch {
    return false;
  }
}

/** The container of a data folder: one name a folder, so that two cannot run on it. */
export function containerName(home: string): string {
  return `entente-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
}

/** Stops and removes a container that was left over; nothing happens when there is none. */
export async function removeContainer(home: string): Promise<void> {
  const name = containerName(home);
  await run('docker', ['stop', '--time', '20', name]).catch(() => {});
  await run('docker', ['rm', '--force', name]).catch(() => {});
}

interface Launch {
  release: Release;
  home: string;
  port: number;
  password: string;
  settings: Record<string, string>;
}

/** The command line that runs the official image; the password travels in the environment, not in it. */
export function dockerArguments({ release, home, port, settings }: Launch): string[] {
  const owner = process.getuid ? ['--user', `${process.getuid()}:${process.getgid?.() ?? 0}`] : [];
  const variables = Object.entries(settings).flatMap(([name, value]) => [
    '--env',
    // The image's rule: an underscore is doubled, a dot becomes one.
    `NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}=${value}`,
  ]);
  return [
    ...['run', '--rm', '--name', containerName(home), ...owner],
    ...['--publish', `127.0.0.1:${port}:7687`, '--volume', `${join(home, 'data')}:/data`],
    ...['--env', 'NEO4J_AUTH', ...variables, `neo4j:${release.version}-community`],
  ];
}

/** Runs the official image on the data in `home`; it does not answer yet when this resolves. */
export async function launchDocker(launch: Launch): Promise<DatabaseProcess> {
  await removeContainer(launch.home);
  for (const each of ['data', 'logs']) mkdirSync(join(launch.home, each), { recursive: true });
  const log = openSync(consoleLog(launch.home), 'w');
  try {
    const child = spawn('docker', dockerArguments(launch), {
      detached: true,
      env: { ...process.env, NEO4J_AUTH: `neo4j/${launch.password}` },
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    const pid = child.pid ?? 0;
    const stop = () => removeContainer(launch.home).then(() => exited);
    return { pid, identity: identityOf(pid) ?? '', exited, stop };
  } finally {
    closeSync(log);
  }
}
