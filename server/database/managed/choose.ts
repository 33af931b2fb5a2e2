import { EntenteError } from '../../contract/errors.ts';
import { dockerAnswers } from './docker.ts';
import type { Java } from './java.ts';
import { findMaven } from './maven.ts';
import { isOlder, newestFor, RELEASES, type Release, releaseOf } from './releases.ts';

/** What a database will be run with. */
export type Choice = { by: 'java'; release: Release; java: Java } | { by: 'docker'; release: Release };

interface Given {
  javas: readonly Java[];
  /** The version asked for by the setting. */
  wanted?: string | undefined;
  /** The version that last opened the data. */
  storeVersion?: string | undefined;
  /** Whether a version's program files are in the cache already. */
  isInstalled: (version: string) => boolean;
  hasMaven?: boolean;
  dockerAnswers?: () => Promise<boolean>;
}

/**
 * Decides which Neo4j to run, and by what. Data stay with the version that made them until the setting asks
 * for a newer one: Neo4j moves a store forward on its own, but never back.
 * @throws EntenteError `database_not_ready`, saying what to install or which variable to set.
 */
export async function chooseDatabase(given: Given): Promise<Choice> {
  refuseOlder(given);
  const version = given.wanted || given.storeVersion;
  const pair = version ? pairFor(releaseOf(version), given.javas) : newestFor(given.javas);
  const canInstall =
    pair && (given.isInstalled(pair.release.version) || (given.hasMaven ?? findMaven() !== undefined));
  if (pair && canInstall) return { by: 'java', ...pair };
  if (await (given.dockerAnswers ?? dockerAnswers)()) {
    return { by: 'docker', release: version ? releaseOf(version) : newestRelease() };
  }
  throw new EntenteError('database_not_ready', advice(given, version, pair !== undefined));
}

function newestRelease(): Release {
  return RELEASES[0] as Release;
}

function pairFor(release: Release, javas: readonly Java[]): { release: Release; java: Java } | undefined {
  const java = javas.find((each) => release.java.runs(each.major));
  return java && { release, java };
}

function refuseOlder({ wanted, storeVersion }: Given): void {
  if (!wanted || !storeVersion || !isOlder(wanted, storeVersion)) return;
  throw new EntenteError(
    'database_not_ready',
    `The data were last opened by Neo4j ${storeVersion}, which ${wanted} cannot read. ` +
      'Set ENTENTE_NEO4J_VERSION to that version or leave it empty, or name another ENTENTE_DATA_FOLDER.',
  );
}

function advice(given: Given, version: string | undefined, hasJava: boolean): string {
  if (hasJava) {
    return 'A Java was found but no Maven, which downloads Neo4j once. Install Maven (or start Docker), or set NEO4J_URI to a Neo4j of your own.';
  }
  const release = version ? releaseOf(version) : undefined;
  const found = given.javas.map((each) => each.major).join(', ');
  const why = release
    ? `Neo4j ${version} needs Java ${release.java.words}, and ${found ? `only Java ${found} was found` : 'none was found'}.`
    : found
      ? `Java ${found} cannot run Neo4j.`
      : 'There is no Java on this machine.';
  const install = release ? release.java.words : '21 or later';
  return `${why} Install Java ${install} with Maven (or point JAVA_HOME at it), or start Docker, or set NEO4J_URI to a Neo4j of your own.`;
}
