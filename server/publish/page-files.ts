import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntenteError } from '../core/model/errors.ts';
import type { Files } from './files.ts';

/**
 * What published files cannot do, asking in Cypher, begins in the one; the others their packages name, and the page
 * takes them packed.
 */
const LEFT_OUT = /^start-|\.wasm$/;
const NAME = /[\w.-]+\.(?:js|css|wasm|deflate|woff2|svg)\b/g;

/**
 * The files of the built client that the pages need, followed from one to the next.
 *
 * @param folder Of the build.
 * @param pages Files of it to begin with.
 */
export function pageFiles(folder: string, pages: readonly string[]): Files {
  const files: Files = new Map();
  const follow = (text: string) => {
    for (const [name] of text.matchAll(NAME)) {
      const path = `assets/${name}`;
      if (files.has(path) || LEFT_OUT.test(name) || !existsSync(join(folder, path))) continue;
      const content = readFileSync(join(folder, path));
      files.set(path, content);
      if (/\.(?:js|css)$/.test(name)) follow(content.toString());
    }
  };
  for (const page of pages) follow(readBuilt(folder, page));
  return files;
}

/** @throws EntenteError when the product has not been built */
export function readBuilt(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (cause) {
    throw new EntenteError('internal', `The built page is not there: ${file} in ${folder}.`, { cause });
  }
}
