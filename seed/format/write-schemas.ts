import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, type FileName, jsonSchemaOf, jsonSchemaOfMapping, jsonSchemaOfStory } from './format.ts';

/** Writes the published JSON Schemas beside this file. Run by `npm run schemas`. */
export function writeSchemas(folder: string): void {
  for (const file of Object.keys(FILES) as FileName[]) {
    write(folder, `${file.replace('.yaml', '')}.schema.json`, jsonSchemaOf(file));
  }
  write(folder, 'story.schema.json', jsonSchemaOfStory());
  write(folder, 'mapping.schema.json', jsonSchemaOfMapping());
}

function write(folder: string, name: string, schema: object): void {
  writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
}

if (process.argv[1] && import.meta.filename === process.argv[1]) writeSchemas(import.meta.dirname);
