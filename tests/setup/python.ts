import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Format } from '../../server/core/formats/format.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** The one version that the tests read with; a folder of its own, made anew when it changes. */
const NETWORKX = '3.6.1';
const FOLDER = join(PROJECT, 'node_modules', '.cache', `networkx-${NETWORKX}`);
const PYTHON = join(FOLDER, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const MINUTES = 3 * 60_000;

/**
 * Why networkx cannot be had, or undefined when it is there: installed by the first call, in a folder that nothing
 * else uses. Under CI it must be there.
 */
export function networkxMissing(): string | undefined {
  try {
    if (!works()) install();
    return undefined;
  } catch (cause) {
    rmSync(FOLDER, { recursive: true, force: true });
    const reason = `networkx cannot be had: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`;
    if (process.env.CI === 'true')
      throw new Error(`${reason}. Under CI it must be there; install Python 3.11 or later.`);
    return reason;
  }
}

function works(): boolean {
  if (!existsSync(PYTHON)) return false;
  const version = execFileSync(PYTHON, ['-c', 'import networkx; print(networkx.__version__)'], {
    encoding: 'utf8',
  });
  return version.trim() === NETWORKX;
}

function install(): void {
  const python = ['python3', 'python'].find(runs);
  if (!python) throw new Error('there is no Python 3');
  execFileSync(python, ['-m', 'venv', FOLDER], { stdio: 'pipe', timeout: MINUTES });
  const options = ['--quiet', '--disable-pip-version-check', `networkx==${NETWORKX}`];
  execFileSync(PYTHON, ['-m', 'pip', 'install', ...options], { stdio: 'pipe', timeout: MINUTES });
}

function runs(command: string): boolean {
  try {
    return execFileSync(command, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).startsWith('Python 3');
  } catch {
    return false;
  }
}

/** A value as Python read it: its name, its type there, and its text. */
export type PythonValue = [name: string, type: string, text: string];
export interface PythonGraph {
  graph: PythonValue[];
  nodes: [key: string, values: PythonValue[]][];
  edges: [source: string, target: string, key: string, values: PythonValue[]][];
}
export interface PythonTables {
  'nodes.csv': string[][];
  'edges.csv': string[][];
  'about.json': unknown;
}

/** A Python that reads files until it is closed. */
export interface PythonReader {
  readGraph(format: 'gexf' | 'graphml', file: string): Promise<PythonGraph>;
  readTables(file: Uint8Array): Promise<PythonTables>;
  close(): void;
}

/** Starts it; {@link networkxMissing} must have found networkx. */
export function startPythonReader(): PythonReader {
  const child: ChildProcessWithoutNullStreams = spawn(PYTHON, [join(import.meta.dirname, 'read_graph.py')]);
  const waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  let complaint = '';
  child.stderr.on('data', (data) => {
    complaint += String(data);
  });
  child.on('exit', () => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`Python ended: ${complaint}`));
  });
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(line));
  const ask = async (format: Format, file: string | Uint8Array) => {
    const line = await new Promise<string>((resolve, reject) => {
      waiting.push({ resolve, reject });
      child.stdin.write(`${JSON.stringify({ format, file: Buffer.from(file).toString('base64') })}\n`);
    });
    const answer = JSON.parse(line);
    if (answer.error) throw new Error(`Python cannot read it: ${answer.error}`);
    return answer;
  };
  return {
    readGraph: (format, file) => ask(format, file),
    readTables: (file) => ask('csv', file),
    close: () => void child.stdin.end(),
  };
}
