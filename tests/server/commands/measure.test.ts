import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NETWORK_MEASURES } from '../../../server/core/measures/registry.ts';
import { PRINTED_MEASURES } from '../../../server/core/measures/signed-registry.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const TRIBES = join(PROJECT, 'tests/server/core/measures/fixtures/tribes.csv');
const folder = mkdtempSync(join(tmpdir(), 'entente-measure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command as npm does; the first run may build the product. */
function measure(...parameters: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(PROJECT, 'server/setup/measure.mjs'), ...parameters]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('the measuring command', { timeout: 180_000 }, () => {
  it('prints the measures of a table as one JSON object and nothing else', async () => {
    const { code, stdout } = await measure(TRIBES);
    expect(code).toBe(0);
    const measures = JSON.parse(stdout);
    expect(measures).toMatchObject({
      nodes: 16,
      edges: 58,
      triads: { '+++': 19, '++-': 2, '+--': 40, '---': 7 },
      balanced: false,
      frustration: { lower: 7, upper: 7, proved: true },
    });
    expect(measures.balance).toBeCloseTo(0.8676471, 7);
    expect(measures.walkBalance).toBeCloseTo(0.3575761, 7);
    expect(measures.frustration.camps).toHaveLength(1);
    const camps = measures.frustration.camps[0].map((camp: string[]) => camp.sort());
    expect(camps).toContainEqual(['Gama', 'Gavev', 'Kotun', 'Nagad']);
    expect(measures.frustration.edges).toHaveLength(7);
  });

  it('takes names with commas, quotes, line breaks and any script, other columns, and either line end', async () => {
    const path = file(
      'odd.csv',
      '\ufeffsign,note,Source,target\r\n1,"two\nlines","Lee, Ann",田中\r\n-1,,田中,"the ""rest"""\r\n\r\n',
    );
    const { code, stdout } = await measure(path);
    expect(code).toBe(0);
    const { nodes, edges, frustration } = JSON.parse(stdout);
    expect([nodes, edges]).toEqual([3, 2]);
    expect(frustration.camps).toEqual([[['Lee, Ann', '田中'], ['the "rest"']]]);
  });

  it('puts who has no signed edge left into no camp, and says what was left out', async () => {
    const path = file('left-out.csv', 'source,target,sign\na,b,1\nb,a,-1\nb,c,1\nd,d,1\n');
    const { stdout } = await measure(path);
    const { nodes, edges, leftOut, walkBalance, frustration } = JSON.parse(stdout);
    expect([nodes, edges, walkBalance]).toEqual([4, 1, 1]);
    expect(leftOut).toEqual({ selfLoops: 1, contradictoryPairs: 1 });
    expect(frustration.camps).toEqual([[['b', 'c'], []]]);
  });

  it('splits every connected part by itself, as nothing tells which camps of two parts go together', async () => {
    const path = file(
      'parts.csv',
      'source,target,sign\nRussia,Ukraine,-1\nNATO,Putin,-1\nofficials,Putin,-1\n',
    );
    const { stdout, stderr } = await measure(path);
    const { frustration, conclusive } = JSON.parse(stdout);
    expect(frustration.camps).toEqual([
      [['NATO', 'officials'], ['Putin']],
      [['Russia'], ['Ukraine']],
    ]);
    expect(conclusive).toBe(false);
    expect(stderr).toContain(
      'The data are too thin for conclusions. There are only 3 signed edges; with fewer than 15',
    );
  });

  it('names the line, the column and the remedy of every fault in a table, and ends with 2', async () => {
    const path = file('bad.csv', 'source,target,sign\na,b,1\na,,1\nb,c,maybe\n');
    const { code, stdout, stderr } = await measure(path);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('bad.csv:3, column target: is empty; name the node');
    expect(stderr).toContain('bad.csv:4, column sign: is "maybe"; write 1 for support or -1 for opposition.');
  });

  it('refuses a table without its header, with a line of another length, or broken, with 2', async () => {
    for (const [name, text, told] of [
      ['headless.csv', 'a,b,1\n', 'headless.csv:1, column source: is not in the header'],
      ['empty.csv', '', 'empty.csv:1, column source: is not in the header'],
      ['long.csv', 'source,target,sign\na,b,1\na,b,c,1\n', 'long.csv:3, column'],
      ['open.csv', 'source,target,sign\na,"b,1\n', 'double quotes'],
    ] as const) {
      const { code, stdout, stderr } = await measure(file(name, text));
      expect([name, code, stdout]).toEqual([name, 2, '']);
      expect(stderr).toContain(told);
    }
  });

  it('refuses options that it does not know or cannot use, and a file that is not there, with 2', async () => {
    for (const parameters of [
      ['--nothing'],
      ['--network', 'secret'],
      ['--from', 'yesterday'],
      ['--from', '2026', '--to', '2025'],
      ['--weigh', 'proposed:2'],
      ['--weigh', 'proposed:0', TRIBES],
      ['--seed', 'x', TRIBES],
      ['--nodes', 'camps', TRIBES],
      ['--nodes', 'degree', '--seed', '1', TRIBES],
      [TRIBES, '--network', 'agreement'],
      [TRIBES, TRIBES],
      [join(folder, 'missing.csv')],
    ]) {
      const { code, stdout, stderr } = await measure(...parameters);
      expect([parameters, code, stdout]).toEqual([parameters, 2, '']);
      expect(stderr.length).toBeGreaterThan(20);
    }
  });

  it('prints the value of every node of a table, by any measure that needs no report', async () => {
    for (const { id, range } of NETWORK_MEASURES) {
      const { code, stdout } = await measure('--nodes', id, TRIBES);
      const measured = JSON.parse(stdout);
      expect([code, measured.measure, measured.range]).toEqual([0, id, range]);
      expect(Object.values(measured.values).every((value) => typeof value === 'number')).toBe(true);
      expect(Object.keys(measured.values)).toHaveLength(16);
    }
  });

  it('explains itself', async () => {
    const { code, stdout } = await measure('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('source,target,sign');
    for (const { name, sentence } of PRINTED_MEASURES) expect(stdout).toContain(`  ${name}: ${sentence}`);
    for (const { id, sentence } of NETWORK_MEASURES)
      expect(stdout).toContain(`  ${id.padEnd(16)}${sentence}`);
  });
});
