import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { EntenteError } from '../../../core/model/errors.ts';
import type { OnProgress } from '../../port.ts';

/** Nobody is asked anything, and another apt-get at work is waited for. */
const OPTIONS = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
const ENVIRONMENT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };

/** Whether packages can be installed here: Debian, or Ubuntu or another that is made from it, as root. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/**
 * Installs the first of these packages that there is, saying how large it is before and how far it is meanwhile.
 * One that is installed already, but of which something was missed, is laid down anew.
 * @param names alternatives, each one or more packages parted by blanks
 * @throws EntenteError `database_not_ready` when there is none, or it cannot be installed
 */
export async function installPackage(
  names: readonly string[],
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<void> {
  onProgress({ phase: 'downloading', message: "Asking for Debian's packages" });
  await apt(['update', '-q'], undefined, signal);
  for (const name of names) {
    const packages = name.split(' ');
    const plan = await planFor(packages, signal);
    if (!plan) continue;
    const message = `Installing ${name} from Debian's packages, ${Math.ceil(plan.bytes / 1e6)} MB`;
    onProgress({ phase: 'downloading', message, ratio: 0 });
    const onRatio = (ratio: number) => onProgress({ phase: 'downloading', message, ratio });
    const { code, text } = await apt(['install', ...OPTIONS, ...plan.options, ...packages], onRatio, signal);
    if (code === 0) return;
    const reason = text.split('\n').find((line) => line.startsWith('E: ')) ?? 'E: unknown';
    throw failed(`${name} could not be installed: ${reason.slice(3)}`);
  }
  throw failed(`Debian's packages here hold none of ${names.join(', ')}.`);
}

/** What would be downloaded, and how to ask for it; nothing when there is no such package. */
async function planFor(packages: string[], signal: AbortSignal | undefined) {
  for (const options of [[], ['--reinstall']]) {
    const asked = ['install', '--print-uris', '-qq', '--no-install-recommends', ...options, ...packages];
    const { code, text } = await apt(asked, undefined, signal);
    if (code !== 0) return undefined;
    const sizes = [...text.matchAll(/^'[^']+' \S+ (\d+)/gm)].map((found) => Number(found[1]));
    if (sizes.length > 0) return { options, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  }
  return undefined;
}

function apt(
  parameters: string[],
  onRatio?: (ratio: number) => void,
  signal?: AbortSignal,
): Promise<{ code: number | null; text: string }> {
  const status = onRatio ? ['-o', 'APT::Status-Fd=3'] : [];
  const child = spawn('apt-get', [...parameters, ...status], {
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // A package half installed is worse than a wait: what has begun is finished, and then we end.
    ...(signal && !onRatio && { signal }),
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk).slice(-1_000_000);
    });
  const lines = createInterface({ input: child.stdio[3] as Readable });
  lines.on('line', (line) => {
    // Half for the download, half for what comes after it.
    const found = /^(dl|pm)status:[^:]*:([\d.]+)/.exec(line);
    if (found) onRatio?.(Number(found[2]) / 200 + (found[1] === 'pm' ? 0.5 : 0));
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      signal?.aborted ? reject(signal.reason) : resolve({ code: 1, text: `E: ${error.message}` }),
    );
    child.on('close', (code) => (signal?.aborted ? reject(signal.reason) : resolve({ code, text })));
  });
}

function failed(message: string): EntenteError {
  return new EntenteError('database_not_ready', message);
}
