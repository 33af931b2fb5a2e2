import { EntenteError } from '../../core/model/errors.ts';
import { pushAll } from '../../core/numbers/extremes.ts';
import type { OnProgress } from '../port.ts';
import {
  type Choice,
  type Given,
  nothingToRunWith,
  pairOf,
  releaseFor,
  releaseInContainer,
  unfit,
} from './choose.ts';
import { dockerAnswers, pullImage } from './docker.ts';
import type { Sources } from './fetch/sources.ts';
import { cachedJavas } from './fetch/temurin.ts';
import { installedRelease } from './install.ts';
import { tryWays, waysToJava } from './java/get-java.ts';
import { findJavas } from './java/java.ts';

interface Wish extends Given {
  cacheFolder: string;
  sources: Sources;
  onProgress: OnProgress;
  /** Searched for Java instead of the process's own environment. */
  environment?: Record<string, string | undefined> | undefined;
  signal?: AbortSignal | undefined;
}

/** What a database will be run with, all of it at hand; `lib` holds the programs that Java runs. */
export type Obtained = Choice & { lib: string };

/** What is known before anything is fetched: the release and its Java, where there is one. */
export async function chooseDatabase(wish: Wish) {
  const release = releaseFor(wish);
  const find = () => findJavas(wish.environment, cachedJavas(wish.cacheFolder));
  const javas = await find();
  return { release, javas, find, pair: pairOf(release, javas) };
}

/**
 * Gets what a database needs: a Java that is there, or Debian's or Temurin's; Neo4j from the cache, by Maven or as its
 * publisher's archive; else Docker.
 * @throws EntenteError `database_not_ready`, with all that was tried and what to install or set
 */
export async function obtain(wish: Wish): Promise<Obtained> {
  const { sources, onProgress } = wish;
  const { release, javas, find, pair: found } = await chooseDatabase(wish);
  let pair = found;
  const reasons: string[] = [];
  if (!pair) {
    if (!sources.offline)
      onProgress({ phase: 'finding-java', message: `${unfit(release, javas)} Getting one` });
    const done = async () => {
      pair = pairOf(release, await find());
      return pair !== undefined;
    };
    pushAll(reasons, await tryWays(waysToJava(release, sources, wish), done));
    wish.signal?.throwIfAborted();
  }
  if (pair) {
    try {
      return { by: 'java', ...pair, lib: await installedRelease({ ...wish, ...pair }) };
    } catch (error) {
      if (!(error instanceof EntenteError) || !(await dockerAnswers())) throw error;
      onProgress({ phase: 'downloading', message: `${error.message} Taking Docker instead` });
    }
  }
  if (await dockerAnswers()) {
    const inContainer = releaseInContainer(release);
    await pullImage(inContainer, { ...wish, offline: sources.offline });
    return { by: 'docker', release: inContainer, lib: '' };
  }
  throw nothingToRunWith(release, javas, { offline: sources.offline, reasons });
}
