import { EntenteError } from '../../core/model/errors.ts';

/** What a fault is about, for its sentence. */
export interface Place {
  /** The data folder. */
  folder: string;
  /** The log that says more. */
  log: string;
}

interface Known {
  /** In what Neo4j or Java wrote. */
  pattern: RegExp;
  sentence: (place: Place, found: RegExpExecArray) => string;
  /** Whether another try may go better with nothing changed. */
  passing?: true;
  /** Whether Neo4j goes on in vain once it has written this, without giving up. */
  atOnce?: true;
}

const ELSEWHERE = 'or name another folder in ENTENTE_DATA_FOLDER';

/** Causes by their own words in the logs, the most telling first. */
const CAUSES: readonly Known[] = [
  {
    pattern: /^(.+) could not be run: /m,
    sentence: (_, found) =>
      `${found[1]} could not be run. Reinstall that Java, or point JAVA_HOME at another.`,
  },
  {
    pattern: /No space left on device|not enough space on the disk|Disk quota exceeded/i,
    sentence: ({ folder }) =>
      `There is no space left on the disk of ${folder}. Free at least 100 MB, ${ELSEWHERE}.`,
    atOnce: true,
  },
  {
    pattern: /Too many open files/i,
    sentence: () =>
      'Neo4j may not open as many files as it needs. Raise the limit of open files (ulimit -n) to 4096 or more.',
    atOnce: true,
  },
  {
    pattern: /Read-only file system/i,
    sentence: ({ folder }) => `The disk of ${folder} is read-only. Make it writable, ${ELSEWHERE}.`,
  },
  {
    pattern: /AccessDeniedException|Permission denied/i,
    sentence: ({ folder }) =>
      `This user may not write everything in ${folder}. Give it the right (chown -R), ${ELSEWHERE}.`,
  },
  {
    pattern: /Not a directory|FileAlreadyExistsException: ([^\s"]+)/i,
    sentence: ({ folder }, found) =>
      `A file lies where Neo4j keeps a folder${found[1] ? `: ${found[1]}` : ` in ${folder}`}. Move it away, ${ELSEWHERE}.`,
  },
  {
    pattern: /Unable to obtain lock on (?:store lock )?file|Lock file has been locked by another process/i,
    sentence: ({ folder }) => `Another Neo4j is working on the data in ${folder}. Stop it, ${ELSEWHERE}.`,
    passing: true,
  },
  {
    pattern: /Address already in use/i,
    sentence: () => 'Another program took the port that was meant for Neo4j.',
    passing: true,
  },
  {
    pattern: /Could not reserve enough space|insufficient memory for the Java|Invalid maximum heap size/i,
    sentence: () =>
      'There is not as much memory as Neo4j is to have. Close other programs, or set ENTENTE_NEO4J_HEAP to less.',
  },
  {
    pattern: /java\.lang\.OutOfMemoryError: (?:unable to create native thread|Unable to create)/i,
    sentence: () =>
      'Neo4j may not start as many threads as it needs. Raise the limit of processes (ulimit -u).',
  },
  {
    pattern: /java\.lang\.OutOfMemoryError/,
    sentence: () => 'Neo4j ran out of memory while starting. Set ENTENTE_NEO4J_HEAP to more.',
  },
  {
    pattern: /UnsupportedClassVersionError|Unsupported Java/i,
    sentence: () => 'This Java cannot run this Neo4j. Point JAVA_HOME at another one, 21 or later.',
  },
  {
    pattern:
      /(?:newer|later) (?:version|release) of Neo4j|Unknown store version|Unable to read store with version|not a supported (?:store )?(?:format|version)|Upgrade is required|cannot be opened by this version/i,
    sentence: ({ folder }) =>
      `The data in ${folder} are of a version that this Neo4j cannot open. Set ENTENTE_NEO4J_VERSION to the one that made them, ${ELSEWHERE}.`,
  },
  {
    pattern:
      /NoClassDefFoundError|ClassNotFoundException|Could not find or load main class|zip END header not found|error in opening zip file/i,
    sentence: () =>
      'The program files of Neo4j are damaged. Delete the folder neo4j in ENTENTE_CACHE_FOLDER; they are then downloaded again.',
  },
];

/** What Neo4j writes when one of its databases, or all of it, will not start. */
const GIVEN_UP =
  /Failed to start DatabaseId\{|Error starting Neo4j database server|Failed to start Neo4j|recovery is not possible|Exception occurred while starting the database|A fatal error has been detected by the Java|Error occurred during initialization of VM|Could not create the Java Virtual Machine|Exception in thread "main"|A JNI error has occurred/;
/** What shows up in the log of a start that goes well in the end as well. */
const NO_FAULT = /must be changed before|SecurityModule|AuthProviderFailed/;

/**
 * The fault that a start is known to end in, from what Neo4j wrote to its logs since; `undefined` while none is.
 * @param ended whether the process is gone: then anything is a reason, else only what Neo4j itself gave up on
 */
export function faultIn(text: string, place: Place, ended: boolean): EntenteError | undefined {
  const telling = text
    .split('\n')
    .filter((line) => !NO_FAULT.test(line))
    .join('\n');
  const over = ended || GIVEN_UP.test(telling);
  for (const { pattern, sentence, passing, atOnce } of CAUSES) {
    const found = pattern.exec(telling);
    if (found && (over || atOnce))
      return fault(`${sentence(place, found)} Its log: ${place.log}`, passing !== true);
  }
  if (!GIVEN_UP.test(telling)) return undefined;
  const remedy =
    'Put back a copy of that folder, or move it away to start afresh (the built-in data set is loaded again).';
  return fault(
    `Neo4j cannot open the data in ${place.folder}, which seem to be damaged${reasonIn(telling)}. ${remedy} Its log: ${place.log}`,
    true,
  );
}

/** The innermost reason that Neo4j gave, as far as a few words can tell it. */
function reasonIn(text: string): string {
  const last = [...text.matchAll(/Caused by: [\w.$]+(?:Exception|Error): ([^\n\\]{5,})/g)].at(-1)?.[1];
  const missing = /Transaction logs are missing and recovery is not possible/.exec(text)?.[0];
  const reason = missing ?? last;
  return reason ? ` (it says: ${reason.replace(/\.$/, '').slice(0, 150)})` : '';
}

function fault(message: string, lasting: boolean): EntenteError {
  return new EntenteError('database_not_ready', message, { lasting });
}
