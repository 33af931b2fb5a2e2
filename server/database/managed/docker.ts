import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { EntenteError } from '../../core/model/errors.ts';
import type { OnProgress } from '../port.ts';
import type { DatabaseProcess } from './java/java-process.ts';
import { identityOf } from './java/processes.ts';
import { consoleLog } from './log-watch.ts';
import type { Release } from './releases.ts';

const run = promisify(execFile);

/** Milliseconds: a daemon that hangs answers nothing for ever. */
const QUICK = { timeout: 60_000 };
const PULL = { timeout: 1_800_000 };

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
  await run('docker', ['stop', '--time', '20', name], QUICK).catch(() => {});
  await run('docker', ['rm', '--force', name], QUICK).catch(() => {});
}

function imageOf(version: string): string {
  return `neo4j:${version}-community`;
}

/**
 * Has the image of a release at hand, saying how large it is before it is fetched, where its registry tells.
 * @throws EntenteError `database_not_ready` when it is not there and cannot be fetched, or must not be
 */
export async function pullImage(
  { version }: Release,
  {
    offline,
    onProgress,
    signal,
  }: { offline: boolean; onProgress: OnProgress; signal?: AbortSignal | undefined },
): Promise<void> {
  const image = imageOf(version);
  const given = { ...(signal && { signal }), maxBuffer: 16e6 };
  if (await run('docker', ['image', 'inspect', image], { ...given, ...QUICK }).then(...DONE)) return;
  if (offline) throw notPulled(`The image ${image} is not here, and --offline says to fetch nothing.`, true);
  const bytes = await sizeOf(image, given);
  const size = bytes ? `, ${Math.round(bytes / 1e6)} MB` : '';
  const message = `Downloading the image ${image} for Docker${size}`;
  onProgress({ phase: 'downloading', message, ratio: 0 });
  try {
    const pulling = run('docker', ['pull', image], { ...given, ...PULL });
    const read = readPull((ratio) => onProgress({ phase: 'downloading', message, ratio }));
    if (pulling.child.stdout) createInterface({ input: pulling.child.stdout }).on('line', read);
    await pulling;
  } catch {
    signal?.throwIfAborted();
    throw notPulled(
      `Docker could not fetch the image ${image}. Check the network, or pull it by hand.`,
      false,
    );
  }
}

/**
 * Reads what `docker pull` says of each layer, as it does where no terminal is.
 * @param tell Told the part of the layers that have come, from 0 to 1, whenever there is one more.
 */
export function readPull(tell: (ratio: number) => void): (line: string) => void {
  const layers = new Map<string, boolean>();
  return (line) => {
    const [, layer, said = ''] = /^([0-9a-f]{12}): (.+)$/.exec(line) ?? [];
    if (layer === undefined) return;
    // What is there from before is no part of the download.
    if (said === 'Already exists') return;
    const isThere = /^(Download|Pull) complete/.test(said);
    const wasThere = layers.get(layer) === true;
    layers.set(layer, wasThere || isThere);
    const there = [...layers.values()].filter(Boolean).length;
    if (isThere && !wasThere) tell(there / layers.size);
  };
}

const DONE = [() => true, () => false] as const;

/** How large the layers of an image are for this machine, as its registry tells it. */
async function sizeOf(image: string, given: object): Promise<number | undefined> {
  try {
    const { stdout } = await run('docker', ['manifest', 'inspect', '--verbose', image], {
      ...given,
      ...QUICK,
    });
    const all = [JSON.parse(String(stdout))].flat() as Manifest[];
    const own = process.arch === 'x64' ? 'amd64' : process.arch;
    const layers = all.find((each) => each.Descriptor?.platform?.architecture === own)?.OCIManifest?.layers;
    return layers?.reduce((sum, { size }) => sum + size, 0);
  } catch {
    return undefined;
  }
}

interface Manifest {
  Descriptor?: { platform?: { architecture?: string } };
  OCIManifest?: { layers?: { size: number }[] };
}

function notPulled(message: string, lasting: boolean): EntenteError {
  return new EntenteError('database_not_ready', message, { lasting });
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
