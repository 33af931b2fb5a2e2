import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files by their paths, which are relative and have forward slashes. */
export type Files = Map<string, string | Uint8Array>;

/** What a file is named by, so that another content has another address. */
export function hashed(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** How many bytes files have. */
export function sizeOf(files: Files): number {
  return [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
}
