import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package.json. */
export const PROJECT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** @param {string[]} parts */
export function inProject(...parts) {
  return join(PROJECT, ...parts);
}
