import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askAboutEmpty, emptyFiles } from '../../seed/ask.ts';
import { BUILT_IN_SET, openDataSet } from '../../seed/seed.ts';

describe('a data set with an empty file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-empty-'));
    cpSync(join(import.meta.dirname, '../../seed/data', BUILT_IN_SET), folder, { recursive: true });
    rmSync(join(folder, 'stories'), { recursive: true });
    writeFileSync(join(folder, 'edges.yaml'), '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(['', '[]\n', '# Nothing yet.\n'])('is told from a whole one where actors.yaml is %j', (text) => {
    expect(emptyFiles(openDataSet(folder))).toEqual(['edges.yaml']);
    writeFileSync(join(folder, 'actors.yaml'), text);
    for (const file of ['events.yaml', 'issues.yaml']) writeFileSync(join(folder, file), '');
    expect(emptyFiles(openDataSet(folder))).toEqual(['actors.yaml', 'edges.yaml']);
  });

  it.each([
    ['y\n', true],
    ['yes\n', true],
    ['\n', false],
    ['no\n', false],
  ])('is loaded by an answer of %j: %s', async (answer, loaded) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const asked = askAboutEmpty(['actors.yaml'], { input, output });
    input.write(answer);
    if (loaded) await expect(asked).resolves.toBeUndefined();
    else await expect(asked).rejects.toThrow(/Nothing was written.*--yes/);
    expect(String(output.read())).toContain('actors.yaml holds no entry');
  });

  it('is refused where nobody can be asked', async () => {
    await expect(askAboutEmpty(['actors.yaml'], undefined)).rejects.toThrow('--yes');
    await expect(askAboutEmpty([], undefined)).resolves.toBeUndefined();
  });
});
