import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  FILES,
  type FileName,
  jsonSchemaOf,
  jsonSchemaOfMapping,
  jsonSchemaOfStory,
} from '../../seed/format/format.ts';

const SEED = join(import.meta.dirname, '../../seed');

describe.each(Object.keys(FILES) as FileName[])('the published JSON Schema of %s', (file) => {
  const name = `${file.replace('.yaml', '')}.schema.json`;

  it('is the one the seeding command checks with', () => {
    const published = JSON.parse(readFileSync(join(SEED, 'format', name), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(file))));
  });

  it.skipIf(!existsSync(join(SEED, 'data/nato-2025-12', file)))(
    'is named at the top of the built-in file, so that editors pick it up',
    () => {
      const first = readFileSync(join(SEED, 'data/nato-2025-12', file), 'utf8').split('\n')[0];
      expect(first).toBe(`# yaml-language-server: $schema=../../format/${name}`);
    },
  );
});

describe('the published JSON Schema of a story', () => {
  it('is the one the seeding command checks with, and is named at the top of the built-in story', () => {
    const published = JSON.parse(readFileSync(join(SEED, 'format/story.schema.json'), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(jsonSchemaOfStory())));
    const folder = join(SEED, 'data/nato-2025-12/stories');
    for (const file of readdirSync(folder))
      expect(readFileSync(join(folder, file), 'utf8').split('\n')[0]).toBe(
        '# yaml-language-server: $schema=../../../format/story.schema.json',
      );
  });
});

describe('the published JSON Schema of a mapping', () => {
  it('is the one the importing command checks with', () => {
    const published = JSON.parse(readFileSync(join(SEED, 'format/mapping.schema.json'), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(jsonSchemaOfMapping())));
  });
});
