import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFiles, openMapping, saveMapping } from '../../../seed/import/files.ts';
import { read } from '../../server/core/reading/given.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

function faultsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    return (error as { details: { path: string; message: string }[] }).details.map(
      ({ path, message }) => `${path} ${message}`,
    );
  }
  return [];
}

describe('a mapping file', () => {
  it('that was saved is used again for the next file of the same columns', async () => {
    const csv = 'who,whom,stance\na,b,yes\nb,c,no\n';
    const first = await read({ 'a.csv': csv });
    const path = join(folder, 'map.yaml');
    saveMapping(
      path,
      first.tables.map(({ mapping }) => mapping),
    );
    const again = await read({ 'a.csv': csv }, { mapping: openMapping(path) });
    expect(again).toEqual(first);
    expect(readFileSync(path, 'utf8')).toContain('stance');
  });

  it('has its faults told with line and remedy', () => {
    const path = join(folder, 'bad.yaml');
    writeFileSync(path, 'tables:\n  - kind: edges\n    sorce: { column: a }\n');
    expect(faultsOf(() => openMapping(path))).toEqual([
      'bad.yaml:3 has the unknown field sorce. Did you mean source?',
    ]);
  });
});

it('a file that is not there is named', () => {
  const path = join(folder, 'none.csv');
  expect(faultsOf(() => openFiles([path]))).toEqual([`${path} is not there; check its name.`]);
});
