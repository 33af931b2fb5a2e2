import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const SETUP = join(import.meta.dirname, '../../../../server/setup/steps');
const folder = mkdtempSync(join(tmpdir(), 'entente-plain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const TRACE = /^\s+at .+:\d+/m;

function run(program: string) {
  const first = `--import=${pathToFileURL(join(SETUP, 'plain-end.mjs'))}`;
  const env = { ...process.env, TMPDIR: folder, TEMP: folder };
  const options = { encoding: 'utf8', env } as const;
  const { status, stderr } = spawnSync(
    process.execPath,
    [first, '--input-type=module', '-e', program],
    options,
  );
  return { status, stderr };
}

/** The names of what a module imports first, and of what that imports first, and so on. */
function firstImports(file: string): string[] {
  const first = /^import (?:.+ from )?'(\..+)';/m.exec(readFileSync(file, 'utf8'))?.[1];
  return first ? [basename(first), ...firstImports(join(dirname(file), first))] : [];
}

describe('a command that goes wrong', () => {
  it.each([
    ['throws', 'throw new TypeError("x is not a function")'],
    ['throws later', 'setTimeout(() => { throw new TypeError("x is not a function"); }, 1)'],
    ['rejects', 'await Promise.reject(new TypeError("x is not a function"))'],
    ['rejects unheard', 'Promise.reject(new TypeError("x is not a function")); setTimeout(() => {}, 5000)'],
  ])('ends in a sentence where it %s, and keeps the trace in a file', (_, program) => {
    const { status, stderr } = run(program);
    expect(status).toBe(1);
    expect(stderr).not.toMatch(TRACE);
    expect(stderr).toContain('x is not a function');
    expect(readdirSync(folder).some((name) => TRACE.test(readFileSync(join(folder, name), 'utf8')))).toBe(
      true,
    );
  });

  it('is told without its trace where it is another program that ours runs', () => {
    const run = pathToFileURL(join(SETUP, 'run.mjs'));
    const inner = join(folder, 'inner.mjs');
    writeFileSync(inner, 'function fails() { throw new Error("The disk is full"); }\nfails();');
    const program = `const { runNode } = await import('${run}'); process.exitCode = await runNode('${inner}', []);`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('Error: The disk is full');
    expect(stderr).not.toMatch(TRACE);
    expect(stderr).not.toContain('Node.js v');
  });

  it('says what the file system has against it', () => {
    const { status, stderr } = run('import fs from "node:fs"; fs.mkdirSync("/dev/null/inner")');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^This cannot go on: \/dev\/null\/inner: a file lies where a folder has to be/);
    expect(stderr).not.toMatch(TRACE);
  });

  it('is none when its reader has seen enough', () => {
    const { status, stdout, stderr } = spawnSync(
      'sh',
      [
        '-c',
        `"$0" --import="$1" --input-type=module -e "$2" | head -n 1`,
        process.execPath,
        pathToFileURL(join(SETUP, 'plain-end.mjs')).href,
        'for (let i = 0; i < 1e5; i++) process.stdout.write("line " + i + "\\n")',
      ],
      { encoding: 'utf8' },
    );
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'line 0\n', stderr: '' });
  });

  it('is every command, as each of them sees to that first', () => {
    const scripts = JSON.parse(readFileSync(join(SETUP, '../../../package.json'), 'utf8')).scripts as Record<
      string,
      string
    >;
    for (const [name, script] of Object.entries(scripts)) {
      const file = /^node (server\/setup\/[\w-]+\.mjs)$/.exec(script)?.[1];
      expect(file, `npm run ${name}`).toBeDefined();
      expect(firstImports(join(SETUP, '../../..', file ?? '')), `npm run ${name}`).toContain('plain-end.mjs');
    }
  });
});
