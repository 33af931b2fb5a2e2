import { EntenteError } from '../../core/model/errors.ts';
import type { Java } from './java/java.ts';
import { isOlder, newestFor, RELEASES, type Release, releaseOf } from './releases.ts';

/** What a database will be run with. */
export type Choice = { by: 'java'; release: Release; java: Java } | { by: 'docker'; release: Release };

/** What was asked for, and what is there. */
export interface Given {
  /** The version asked for by the setting. */
  wanted?: string | undefined;
  /** The version that last opened the data. */
  storeVersion?: string | undefined;
}

/**
 * The release that has to be run; nothing when any will do. Data stay with the version that made them until the
 * setting asks for a newer one: Neo4j moves a store forward on its own, but never back.
 * @throws EntenteError `database_not_ready`, saying which variable to set
 */
export function releaseFor({ wanted, storeVersion }: Given): Release | undefined {
  if (wanted && storeVersion && isOlder(wanted, storeVersion))
    throw new EntenteError(
      'database_not_ready',
      `The data were last opened by Neo4j ${storeVersion}, which ${wanted} cannot read. ` +
        'Set ENTENTE_NEO4J_VERSION to that version or leave it empty, or name another ENTENTE_DATA_FOLDER.',
      { lasting: true },
    );
  const version = wanted || storeVersion;
  return version ? releaseOf(version) : undefined;
}

/** The release and the first Java that runs it, or the newest release that one of these runs. */
export function pairOf(
  release: Release | undefined,
  javas: readonly Java[],
): { release: Release; java: Java } | undefined {
  if (!release) return newestFor(javas);
  const java = javas.find((each) => release.java.runs(each.major));
  return java && { release, java };
}

/** The release that a container runs. */
export function releaseInContainer(release: Release | undefined): Release {
  return release ?? (RELEASES[0] as Release);
}

/** That no Java here will do, naming those that are there. */
export function unfit(release: Release | undefined, javas: readonly Java[]): string {
  const found = javas.map((each) => each.major).join(', ');
  if (release) {
    const why = found ? `only Java ${found} was found` : 'none was found';
    return `Neo4j ${release.version} needs Java ${release.java.words}, and ${why}.`;
  }
  return found ? `Java ${found} cannot run Neo4j.` : 'There is no Java on this machine.';
}

/** That there is nothing to run Neo4j with, and what to install or set. */
export function nothingToRunWith(
  release: Release | undefined,
  javas: readonly Java[],
  { offline, reasons }: { offline: boolean; reasons: readonly string[] },
): EntenteError {
  const words = release?.java.words ?? '21 or later';
  const tried = offline ? 'None was fetched, as --offline (ENTENTE_OFFLINE) says.' : reasons.join(' ');
  const message =
    `${unfit(release, javas)} ${tried} Install Java ${words} (or point JAVA_HOME at it), or start Docker, ` +
    'or name mirrors (ENTENTE_JAVA_MIRROR), or set NEO4J_URI to a Neo4j of your own.';
  // A publisher out of reach may be back; what was not even tried will not come by itself.
  return new EntenteError('database_not_ready', message, { lasting: reasons.length === 0 });
}
