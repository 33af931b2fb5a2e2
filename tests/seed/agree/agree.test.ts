import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../../seed/agree/main.ts';

const BUILT_IN = join(import.meta.dirname, '../../../seed/data/nato-2025-12');

describe('the command that compares two codings', () => {
  let folder: string;
  const path = (name: string) => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-agree-'));
    cpSync(BUILT_IN, path('other'), { recursive: true });
    const edges = readFileSync(path('other/edges.yaml'), 'utf8').split(/\n(?=- )/);
    const first = edges.findIndex((each) => each.includes('modality: actual'));
    // The second coder found one statement less, and read another as an announcement.
    const changed = edges.map((each, at) =>
      at === first ? each.replace('modality: actual', 'modality: announced') : each,
    );
    writeFileSync(path('other/edges.yaml'), changed.filter((_, at) => at !== first + 1).join('\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function run(...args: string[]) {
    const said: string[] = [];
    const errors: string[] = [];
    const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(String(text)) > 0);
    try {
      return { code: await main(args), said: said.join(''), errors: errors.join('') };
    } finally {
      out.mockRestore();
      err.mockRestore();
    }
  }

  it('finds what two data sets do not share, on the terminal, as a table and as a page', async () => {
    const outputs = ['--csv', path('differ.csv'), '--page', path('page.html')];
    const { code, said } = await run(BUILT_IN, path('other'), ...outputs, '--samples', '50');
    expect(code).toBe(0);
    expect(said).toMatch(/^\d+ statements in A, \d+ in B\. Both found \d+ .*; only A 1, only B 0\./);
    expect(said).toContain('2 disagreements:');
    expect(said).toContain('modality: actual | announced');
    const rows: Record<string, string>[] = parse(readFileSync(path('differ.csv')), {
      bom: true,
      columns: true,
    });
    expect(rows.map(({ kind, differing }) => [kind, differing])).toEqual([
      ['coded differently', 'modality'],
      ['only in A', ''],
    ]);
    const page = readFileSync(path('page.html'), 'utf8');
    expect(page).toContain('<mark>announced</mark>');
    expect(page).not.toContain('<script');
  });

  it('gives figures to a program, the same each time', async () => {
    const first = await run(BUILT_IN, path('other'), '--json', '--samples', '50');
    const report = JSON.parse(first.said);
    expect(report.variables.map(({ variable }: { variable: string }) => variable)).toContain('modality');
    expect(report.disagreements).toHaveLength(2);
    expect((await run(BUILT_IN, path('other'), '--json', '--samples', '50')).said).toBe(first.said);
  });

  it('compares two coders of one file', async () => {
    writeFileSync(
      path('coded.csv'),
      'source,target,sign,coder,paragraph\nAnn,tax,1,Ada,1\nBob,war,-1,Ada,2\nAnn,tax,1,Ben,1\nBob,war,1,Ben,2\n',
    );
    const { said } = await run(path('coded.csv'), '--coder-a', 'Ada', '--coder-b', 'Ben', '--json');
    const { statements, variables } = JSON.parse(said);
    expect(statements).toEqual({ a: 2, b: 2, matched: 2, onlyA: 0, onlyB: 0 });
    expect(variables.find(({ variable }: { variable: string }) => variable === 'sign').agreement).toBe(0.5);
  });

  it.each([
    [[], 2, 'name two'],
    [['one.dna'], 2, 'two coders'],
    [['a', 'b', 'c'], 2, 'name two'],
    [['a', 'b', '--samples', '-3'], 2, '--samples'],
    [['nowhere', 'elsewhere'], 1, 'nowhere'],
    [[BUILT_IN, BUILT_IN, '--coder-a', 'Eve'], 1, 'no edge says who coded it'],
  ])('answers %j with code %i and what to do', async (args, code, words) => {
    const { errors, ...told } = await run(...args);
    expect(told.code).toBe(code);
    expect(errors).toContain(words);
    expect(errors).not.toMatch(/\n\s+at /);
  });
});
