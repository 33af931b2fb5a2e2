import { join } from 'node:path';
import { EntenteError } from '../../../core/model/errors.ts';
import type { Fetching } from '../fetch/install-archive.ts';
import type { Sources } from '../fetch/sources.ts';
import { installTemurin, TEMURIN_MAJOR } from '../fetch/temurin.ts';
import { waitForLock } from '../folder/wait-for-lock.ts';
import type { Release } from '../releases.ts';
import { canInstallPackages, installPackage } from './debian.ts';

/** Debian's packages, the best first. */
const MAJORS = [21, 25, 17];

/**
 * The ways to get a Java that runs a release (any release when absent), in the order in which to try them: the
 * system's own packages, which keep it up to date, then its publisher's.
 */
export function waysToJava(
  release: Release | undefined,
  sources: Sources,
  fetching: Fetching,
): (() => Promise<void>)[] {
  if (sources.offline) return [];
  const majors = MAJORS.filter((major) => release?.java.runs(major) ?? true);
  const packages = majors.map((major) => `openjdk-${major}-jre-headless`);
  const { onProgress, signal } = fetching;
  return [
    ...(canInstallPackages() ? [() => installPackage(packages, onProgress, signal)] : []),
    ...((release?.java.runs(TEMURIN_MAJOR) ?? true) ? [() => temurin(sources, fetching)] : []),
  ];
}

async function temurin({ javaMirror }: Sources, fetching: Fetching): Promise<void> {
  const lock = await waitForLock(join(fetching.cacheFolder, 'java.lock'), 'Java', fetching);
  try {
    await installTemurin(javaMirror, fetching);
  } finally {
    lock.release();
  }
}

/** Tries ways one after the other until `done`, and gives the reasons of those that led nowhere. */
export async function tryWays(
  ways: readonly (() => Promise<void>)[],
  done: () => Promise<boolean>,
): Promise<string[]> {
  const reasons: string[] = [];
  for (const way of ways) {
    try {
      await way();
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      reasons.push(error.message);
    }
    if (await done()) break;
  }
  return reasons;
}
