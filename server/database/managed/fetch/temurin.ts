import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { EntenteError } from '../../../core/model/errors.ts';
import { downloadText } from './download.ts';
import { type Fetching, installArchive } from './install-archive.ts';

/** The one that runs every known release of Neo4j. */
export const TEMURIN_MAJOR = 21;

/** What of the publisher's answer is used; it says more. */
const assets = z
  .array(
    z.object({
      binary: z.object({
        package: z.object({
          name: z.string(),
          link: z.string(),
          checksum: z.string().check(z.regex(/^[\da-fA-F]{64}$/)),
          size: z.number(),
        }),
      }),
    }),
  )
  .check(z.minLength(1));

/** A system as Temurin calls it; `undefined` where it has no Java. */
export function temurinSystem(
  platform: string = process.platform,
  architecture: string = process.arch,
  musl: boolean = isMusl(),
): { os: string; architecture: string } | undefined {
  const os = { linux: musl ? 'alpine-linux' : 'linux', darwin: 'mac', win32: 'windows' }[platform as 'linux'];
  const cpu = { x64: 'x64', arm64: 'aarch64' }[architecture as 'x64'];
  return os && cpu ? { os, architecture: cpu } : undefined;
}

/** The homes of the Javas in a cache. */
export function cachedJavas(cacheFolder: string): string[] {
  const parent = join(cacheFolder, 'java');
  if (!existsSync(parent)) return [];
  const whole = readdirSync(parent).filter((name) => !name.includes('.'));
  return whole.flatMap((name) => [join(parent, name, 'Contents', 'Home'), join(parent, name)]);
}

/**
 * Installs a Temurin JRE from its publisher, or a mirror of it, into the cache.
 * @throws EntenteError `database_not_ready` when there is none for this system, or it cannot be had
 */
export async function installTemurin(mirror: string, fetching: Fetching): Promise<void> {
  const system = temurinSystem();
  if (!system) {
    const message = `There is no Temurin Java for ${process.platform} on ${process.arch}.`;
    throw new EntenteError('database_not_ready', message, { lasting: true });
  }
  const what = `Java ${TEMURIN_MAJOR} (Temurin)`;
  const query = new URLSearchParams({ ...system, image_type: 'jre', vendor: 'eclipse' });
  const address = `${mirror}/v3/assets/latest/${TEMURIN_MAJOR}/hotspot?${query}`;
  const found = assets.safeParse(parsed(await downloadText(what, address, fetching.signal)));
  const archive = found.data?.[0]?.binary.package;
  if (!archive)
    throw new EntenteError('database_not_ready', `The publisher of ${what} names none for this system.`);
  await installArchive(
    {
      ...{ what, name: archive.name, sha256: archive.checksum, bytes: archive.size },
      // A mirror may name its files relative to itself.
      url: new URL(archive.link, address).href,
      folder: join(
        fetching.cacheFolder,
        'java',
        `temurin-${TEMURIN_MAJOR}-${system.os}-${system.architecture}`,
      ),
    },
    fetching,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const { header } = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined;
}
