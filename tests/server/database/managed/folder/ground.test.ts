import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkGround } from '../../../../../server/database/managed/folder/ground.ts';

const base = mkdtempSync(join(tmpdir(), 'entente-ground-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const fresh = () => mkdtempSync(join(base, 'data-'));

describe('the ground of a database', () => {
  it('is good in a folder that is not there yet', () => {
    expect(() => checkGround(join(base, 'a', 'b'))).not.toThrow();
  });

  it('is refused where the folder, or one in it, is a file', () => {
    const file = join(base, 'file');
    writeFileSync(file, '');
    expect(() => checkGround(file)).toThrow(/file cannot be used: a file lies where.*ENTENTE_DATA_FOLDER/);
    expect(() => checkGround(join(file, 'inner'))).toThrow(/a file lies where/);
    const folder = fresh();
    mkdirSync(join(folder, 'neo4j'));
    writeFileSync(join(folder, 'neo4j', 'data'), '');
    expect(() => checkGround(folder)).toThrow(/neo4j.data cannot be used: a file lies where/);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is refused where nobody may write',
    () => {
      const folder = fresh();
      chmodSync(folder, 0o500);
      expect(() => checkGround(folder)).toThrow(/no right to it/);
    },
  );

  it.skipIf(process.platform !== 'linux')('is refused where too few files may be open', () => {
    const module = join(import.meta.dirname, '../../../../../server/database/managed/folder/ground.ts');
    const program = `const { checkGround } = await import(${JSON.stringify(module)});
      try { checkGround(${JSON.stringify(fresh())}); } catch (error) { console.log(error.message); }`;
    const line = `ulimit -n 300; exec "$0" --import tsx --input-type=module -e "$1"`;
    const { stdout } = spawnSync('sh', ['-c', line, process.execPath, program], { encoding: 'utf8' });
    expect(stdout).toMatch(/more than 300 files here.*ulimit -n 4096/);
  });
});
