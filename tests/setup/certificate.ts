import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A certificate of nobody's authority for the name `localhost`, with its key: one that holds for a hundred years, or
 * one that ended with 2020. The key guards nothing.
 */
export function certificate(which: 'own' | 'expired'): { key: Buffer; cert: Buffer } {
  const read = (name: string) => readFileSync(join(import.meta.dirname, 'certificates', name));
  return { key: read('own.key'), cert: read(`${which}.pem`) };
}
