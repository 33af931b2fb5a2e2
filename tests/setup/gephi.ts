import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findJavas } from '../../server/database/managed/java/java.ts';
import { findMaven } from '../../server/database/managed/maven.ts';

const VERSION = '0.10.1';
const FOLDER = join(import.meta.dirname, '../../node_modules/.cache', `gephi-${VERSION}`);
const TOOLKIT = join(FOLDER, `gephi-toolkit-${VERSION}-all.jar`);
const READER = join(import.meta.dirname, 'ReadGraph.java');
const MINUTES = 3 * 60_000;

/** A graph as Gephi has it after opening a file; values are Java's own texts. */
export interface GephiGraph {
  dynamic: boolean;
  nodes: {
    id: string;
    label: string | null;
    x: number;
    y: number;
    size: number;
    /** Red, green and blue. */
    colour: string;
    values: Record<string, string | null>;
  }[];
  edges: {
    id: string;
    source: string;
    target: string;
    label: string | null;
    kind: string | null;
    directed: boolean;
    weight: number;
    values: Record<string, string | null>;
  }[];
}

/** Opens files in Gephi's own importers, in order. */
export type ReadWithGephi = (files: readonly string[]) => GephiGraph[];

/** Gephi's importers, fetched by the first call (some 80 MB); or the reason why they cannot be had. */
export async function getGephi(): Promise<{ read: ReadWithGephi } | { missing: string }> {
  // The version that the toolkit is built for is 11; the reader is started from its source.
  const java = (await findJavas()).find(({ major }) => major >= 17)?.executable;
  if (!java) return { missing: 'there is no Java 17 or later' };
  try {
    if (!existsSync(TOOLKIT)) fetchToolkit();
  } catch (cause) {
    rmSync(FOLDER, { recursive: true, force: true });
    return {
      missing: `Gephi's toolkit cannot be had: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`,
    };
  }
  const read: ReadWithGephi = (files) => {
    const options = ['-Djava.awt.headless=true', '-cp', TOOLKIT, READER];
    const said = execFileSync(java, [...options, ...files], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 100_000_000,
    });
    return [...said.matchAll(/^READ (.*)$/gm)].map(([, line]) => JSON.parse(line as string));
  };
  return { read };
}

function fetchToolkit(): void {
  const maven = findMaven();
  if (!maven) throw new Error('Maven is not installed');
  mkdirSync(FOLDER, { recursive: true });
  execFileSync(
    maven,
    [
      ...['-q', '-B', '--strict-checksums', 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy'],
      `-Dartifact=org.gephi:gephi-toolkit:${VERSION}:jar:all`,
      `-DoutputDirectory=${FOLDER}`,
    ],
    { stdio: 'pipe', timeout: MINUTES },
  );
  if (!existsSync(TOOLKIT)) throw new Error('Maven left no toolkit');
}
