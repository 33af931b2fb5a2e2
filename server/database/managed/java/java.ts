import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A Java that is installed. */
export interface Java {
  /** What `JAVA_HOME` would be. */
  home: string;
  executable: string;
  /** 17 for 17.0.15. */
  major: number;
}

type Environment = Record<string, string | undefined>;

const windows = process.platform === 'win32';
const executableIn = (home: string) => join(home, 'bin', windows ? 'java.exe' : 'java');

/** Folders that hold one Java home each, in the usual places of Linux, macOS and Windows. */
const COLLECTIONS = [
  '/usr/lib/jvm',
  '/usr/java',
  '/opt/java',
  '/opt',
  '/Library/Java/JavaVirtualMachines',
  '~/Library/Java/JavaVirtualMachines',
  '~/.sdkman/candidates/java',
  '~/.jdks',
  '~/.local/share/mise/installs/java',
  '~/.asdf/installs/java',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  '/home/linuxbrew/.linuxbrew/opt',
  'C:\\Program Files\\Java',
  'C:\\Program Files\\Eclipse Adoptium',
  'C:\\Program Files\\Microsoft',
  'C:\\Program Files\\Zulu',
  'C:\\Program Files\\Amazon Corretto',
  'C:\\Program Files\\BellSoft',
];

/**
 * Every Java on this machine: the one of `JAVA_HOME` first, then those on `PATH`, then the usual folders.
 * `environment` is searched instead of the process's own when given; the homes in `others` come last.
 */
export async function findJavas(
  environment: Environment = process.env,
  others: readonly string[] = [],
): Promise<Java[]> {
  const homes = new Map<string, string>();
  for (const home of [...candidates(environment), ...others]) {
    const executable = executableIn(home);
    if (existsSync(executable)) {
      const real = realpathSync(executable);
      if (!homes.has(real)) homes.set(real, home);
    }
  }
  const found = await Promise.all(
    [...homes].map(async ([real, home]): Promise<Java | undefined> => {
      const major = majorInRelease(home) ?? majorInRelease(dirname(dirname(real))) ?? (await majorOf(real));
      return major === undefined ? undefined : { home, executable: executableIn(home), major };
    }),
  );
  return found.filter((each) => each !== undefined);
}

function* candidates(environment: Environment): Iterable<string> {
  if (environment.JAVA_HOME) yield environment.JAVA_HOME;
  for (const folder of (environment.PATH ?? environment.Path ?? '').split(delimiter)) {
    const executable = join(folder, windows ? 'java.exe' : 'java');
    if (folder && existsSync(executable)) yield dirname(dirname(realpathSync(executable)));
  }
  for (const collection of COLLECTIONS.map((each) => each.replace(/^~/, homedir()))) {
    for (const name of entries(collection)) {
      yield join(collection, name);
      yield join(collection, name, 'Contents', 'Home');
      yield join(collection, name, 'libexec', 'openjdk.jdk', 'Contents', 'Home');
    }
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** The `release` file that every JDK carries saves starting one just to ask. */
function majorInRelease(home: string): number | undefined {
  try {
    return majorIn(/^JAVA_VERSION="([^"]+)"/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

async function majorOf(executable: string): Promise<number | undefined> {
  try {
    const { stderr } = await promisify(execFile)(executable, ['-version'], { timeout: 60_000 });
    return majorIn(/version "([^"]+)"/.exec(stderr)?.[1]);
  } catch {
    return undefined;
  }
}

function majorIn(version: string | undefined): number | undefined {
  const major = version && /^(?:1\.)?(\d+)/.exec(version)?.[1];
  return major ? Number(major) : undefined;
}
