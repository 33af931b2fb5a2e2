import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFile } from '../configuration.ts';
import { consoleLog } from '../log-watch.ts';
import type { Release } from '../releases.ts';
import type { Java } from './java.ts';
import { endProcess, identityOf, isAlive } from './processes.ts';
import type { ThreadEnder } from './thread-ender.ts';

/** A database process, ours or left over by one before us. */
export interface DatabaseProcess {
  pid: number;
  identity: string;
  /** Resolves when the process is gone, for whatever reason. */
  exited: Promise<void>;
  /** `answers` is false for one that is known not to, and that is given little time. */
  stop(answers?: boolean): Promise<void>;
  /** Ends what works for a client and does not look whether it should; absent where that cannot be done. */
  endWork?: ThreadEnder['end'];
}

/** Neo4j needs a moment to close its files; after this it is ended by force, which its log survives. */
const PATIENCE = 20_000;
/** One that was left behind and does not answer will hardly close its files. */
const LITTLE_PATIENCE = 1_000;

interface Launch {
  release: Release;
  java: Java;
  lib: string;
  home: string;
  heap: number;
  settings: Record<string, string>;
  /** By which single threads of it can be ended. */
  ender?: ThreadEnder | undefined;
}

/** Starts Neo4j on the data in `home`; it does not answer yet when this returns. */
export function launchJava({ release, java, lib, home, heap, settings, ender }: Launch): DatabaseProcess {
  const configuration = join(home, 'conf');
  for (const each of [configuration, join(home, 'logs'), settings['server.directories.import']]) {
    if (each) mkdirSync(each, { recursive: true });
  }
  writeFileSync(join(configuration, 'neo4j.conf'), configurationFile(settings));
  const classes = join(home, 'conf', 'classpath');
  writeFileSync(classes, classPathArgument(lib));
  // Serial collection suits a small heap: measured, 20 % less memory and a tenth less time to boot.
  const memory = [`-Xmx${heap}m`, '-XX:+UseSerialGC', '-XX:+ExitOnOutOfMemoryError'];
  const agent = ender ? [ender.option] : [];
  const program = [release.entry, `--home-dir=${home}`, `--config-dir=${configuration}`];
  const log = openSync(consoleLog(home), 'w');
  try {
    // In a process group of its own, Ctrl+C in the terminal does not end it before the server has drained;
    // writing to a file, it does not depend on the server to read its output.
    const child = spawn(
      java.executable,
      [...release.jvmOptions, ...agent, ...memory, `@${classes}`, ...program],
      {
        cwd: home,
        detached: true,
        stdio: ['ignore', log, log],
        windowsHide: true,
      },
    );
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', (error) => {
        appendFileSync(consoleLog(home), `${java.executable} could not be run: ${error.message}\n`);
        resolve();
      });
    });
    const pid = child.pid ?? 0;
    const identity = identityOf(pid) ?? '';
    const endWork = ender ? { endWork: ender.end } : {};
    const stop = (answers = true) =>
      endProcess(pid, identity, answers ? PATIENCE : LITTLE_PATIENCE).then(() => exited);
    return { pid, identity, exited, stop, ...endWork };
  } finally {
    closeSync(log);
  }
}

/** A database process that somebody before us started. */
export function adoptedProcess(pid: number, identity: string): DatabaseProcess {
  let settle = () => {};
  const exited = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const look = setInterval(() => isAlive(pid, identity) || end(), 500);
  const end = () => {
    clearInterval(look);
    settle();
  };
  // Watching alone must not keep a process from ending; stopping does, until it is done.
  look.unref();
  const stop = (answers = true) => endProcess(pid, identity, answers ? PATIENCE : LITTLE_PATIENCE).then(end);
  return { pid, identity, exited, stop };
}

/** All jars by name: `*` would leave the order to the file system, and Windows limits a command's length. */
function classPathArgument(lib: string): string {
  const separator = process.platform === 'win32' ? ';' : ':';
  const jars = readdirSync(lib)
    .filter((name) => name.endsWith('.jar'))
    .sort()
    .map((name) => join(lib, name));
  return `-cp "${jars.join(separator).replaceAll('\\', '\\\\')}"\n`;
}
