import { EntenteError } from '../../core/model/errors.ts';
import type { Java } from './java/java.ts';

/** A Neo4j release that the product knows how to run. */
export interface Release {
  version: string;
  /** The class that starts it. */
  entry: string;
  /** Major versions of Java that run it. */
  java: { least: number; runs(major: number): boolean; words: string };
  jvmOptions: readonly string[];
  /** Roughly how much there is to download, in MB, for the progress display only. */
  megabytes: number;
}

const JVM_OPTIONS = [
  ...['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
    (each) => `--add-opens=java.base/${each}=ALL-UNNAMED`,
  ),
  '--enable-native-access=ALL-UNNAMED',
];

/** The releases under conformance test, newest first. Their patch versions may be changed by the setting. */
export const RELEASES: readonly Release[] = [
  {
    version: '2026.09.0',
    entry: 'org.neo4j.server.Neo4jCommunity',
    java: { least: 21, runs: (major) => major >= 21, words: '21 or later' },
    jvmOptions: [...JVM_OPTIONS, '--add-modules=jdk.incubator.vector'],
    megabytes: 155,
  },
  {
    version: '5.26.28',
    entry: 'org.neo4j.server.CommunityEntryPoint',
    java: { least: 17, runs: (major) => major === 17 || major === 21, words: '17 or 21' },
    jvmOptions: JVM_OPTIONS,
    megabytes: 118,
  },
];

/**
 * What is known of a version: a tested one as it stands, another of the same line with the same needs.
 * @throws EntenteError `invalid_request` for a line that the product cannot run.
 */
export function releaseOf(version: string): Release {
  const line = version.startsWith('5.26.') ? '5.26.' : /^20\d\d\./.test(version) ? '20' : undefined;
  const release = line && RELEASES.find((each) => each.version.startsWith(line));
  if (!release) {
    const known = RELEASES.map((each) => each.version).join(' or ');
    throw new EntenteError(
      'invalid_request',
      `The managed database cannot be Neo4j ${version}; set ENTENTE_NEO4J_VERSION to ${known}, or leave it empty.`,
    );
  }
  return { ...release, version };
}

/** Whether `a` comes before `b`; versions are three numbers. */
export function isOlder(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) < 0;
}

/** The newest known release with the first Java that runs it, or `undefined` when none does. */
export function newestFor(javas: readonly Java[]): { release: Release; java: Java } | undefined {
  for (const release of RELEASES) {
    const java = javas.find((each) => release.java.runs(each.major));
    if (java) return { release, java };
  }
  return undefined;
}
