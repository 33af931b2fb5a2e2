import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { EntenteError } from '../../core/model/errors.ts';
import type { OnProgress } from '../port.ts';
import type { Java } from './java/java.ts';
import type { Release } from './releases.ts';

/** Pinned, so that equal versions of Neo4j are resolved equally everywhere. */
const GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
/** Milliseconds in which Maven has to say something: it tells each file that it has. */
const SILENCE = 20 * 60_000;
const windows = process.platform === 'win32';

interface Order {
  release: Release;
  java: Java;
  /** For the project file. */
  folder: string;
  /** Where the jars go. */
  lib: string;
  onProgress: OnProgress;
  signal?: AbortSignal | undefined;
}

/** Where Maven's command is: `MAVEN_HOME`, `PATH` or the usual folders; `undefined` when nowhere. */
export function findMaven(environment: Record<string, string | undefined> = process.env): string | undefined {
  const name = windows ? 'mvn.cmd' : 'mvn';
  const homes = [environment.MAVEN_HOME, environment.M2_HOME].filter((each) => each !== undefined);
  const folders = [
    ...homes.map((home) => join(home, 'bin')),
    ...(environment.PATH ?? environment.Path ?? '').split(delimiter).filter((each) => each !== ''),
    join(homedir(), '.sdkman', 'candidates', 'maven', 'current', 'bin'),
    ...(windows ? [] : ['/usr/share/maven/bin', '/opt/maven/bin', '/opt/homebrew/bin', '/usr/local/bin']),
  ];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/**
 * Resolves a release and all it needs into `lib`, checksums verified.
 * @throws EntenteError `database_not_ready` with the last words of Maven when it fails.
 */
export async function downloadWithMaven(order: Order): Promise<void> {
  const maven = findMaven();
  if (!maven) {
    throw new EntenteError('database_not_ready', 'Maven is not installed.');
  }
  const project = join(order.folder, 'pom.xml');
  writeFileSync(project, projectFile(order.release.version));
  order.onProgress({ phase: 'downloading', message: messageOf(order.release), ratio: 0 });
  const options = ['-B', '--strict-checksums', '-f', project, GOAL, `-DoutputDirectory=${order.lib}`];
  const child = spawn(windows ? `"${maven}"` : maven, [...options, '-DincludeScope=runtime'], {
    env: { ...process.env, JAVA_HOME: order.java.home },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
    windowsHide: true,
    ...(order.signal && { signal: order.signal }),
  });
  const { code, lastWords } = await follow(child, order);
  order.signal?.throwIfAborted();
  if (code === 0) return;
  throw new EntenteError('database_not_ready', `Maven could not download it and said: ${lastWords}`);
}

function follow(child: ChildProcess, order: Order): Promise<{ code: number | null; lastWords: string }> {
  let megabytes = 0;
  const errors: string[] = [];
  const late = setTimeout(() => {
    errors.push('nothing for twenty minutes. Check the network, then try again.');
    child.kill();
  }, SILENCE);
  const read = (line: string) => {
    late.refresh();
    const size = /Downloaded from .*\((\d+(?:\.\d+)?) (B|kB|MB)/.exec(line);
    if (/\[ERROR\]|^Error/.test(line)) errors.push(line.replace('[ERROR]', '').trim());
    if (!size) return;
    megabytes += Number(size[1]) * (size[2] === 'MB' ? 1 : size[2] === 'kB' ? 1e-3 : 1e-6);
    const ratio = Math.min(megabytes / order.release.megabytes, 0.99);
    order.onProgress({ phase: 'downloading', message: messageOf(order.release), ratio });
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', read);
  }
  return new Promise((resolve) => {
    child.on('error', (error) => errors.push(error.message));
    child.on('close', (code) => {
      clearTimeout(late);
      resolve({ code, lastWords: errors.slice(0, 3).join(' ').slice(0, 600) || 'nothing.' });
    });
  });
}

function messageOf({ version, megabytes }: Release): string {
  return `Downloading Neo4j ${version}, ${megabytes} MB`;
}

function projectFile(version: string): string {
  const dependency = (group: string, artifact: string) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  return `<project><modelVersion>4.0.0</modelVersion>
<groupId>entente</groupId><artifactId>managed-database</artifactId><version>1</version>
<dependencies>${dependency('org.neo4j.app', 'neo4j-server')}${dependency('org.neo4j', 'neo4j')}</dependencies>
</project>
`;
}
