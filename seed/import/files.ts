import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stringify } from 'yaml';
import { checkEntry } from '../../server/core/files/entry.ts';
import { faultInFile, readYaml } from '../../server/core/files/yaml.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import type { GivenFile } from '../../server/core/reading/bytes/unpack.ts';
import { type MappingFile, mappingFile, type TableMapping } from '../../server/core/reading/table/mapping.ts';

/** A file of more could not be held as one text. */
const MOST_BYTES = 500_000_000;

/** @throws EntenteError `invalid_request` for a file that cannot be read, or is too large to be */
export function openFiles(paths: readonly string[]): GivenFile[] {
  return paths.map((path) => {
    const size = whole(path, () => statSync(path).size);
    if (size > MOST_BYTES) throw refused(path, `is larger than ${MOST_BYTES / 1e6} MB; split it.`);
    return { name: basename(path), bytes: whole(path, () => readFileSync(path)) };
  });
}

/** @throws EntenteError `invalid_request` with each fault, its line and the remedy */
export function openMapping(path: string): MappingFile {
  const { entries, problems } = readYaml(
    whole(path, () => readFileSync(path, 'utf8')),
    basename(path),
    false,
  );
  const [raw] = entries;
  if (!raw) throw new EntenteError('invalid_request', 'The mapping cannot be read.', { details: problems });
  const { entry, faults } = checkEntry(mappingFile, raw.value);
  if (entry) return entry;
  const details = faults.map((fault) => faultInFile(fault, raw));
  throw new EntenteError('invalid_request', 'The mapping cannot be used; nothing was loaded.', { details });
}

/** Writes the mappings that tables were read by as one mapping file. */
export function saveMapping(path: string, tables: readonly TableMapping[]): void {
  whole(path, () =>
    writeFileSync(path, stringify({ tables: [...tables] } satisfies MappingFile, { lineWidth: 0 })),
  );
}

function whole<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const message =
      code === 'ENOENT'
        ? 'is not there; check its name.'
        : `cannot be used (${code}); check its name and rights.`;
    throw refused(path, message, cause);
  }
}

function refused(path: string, message: string, cause?: unknown): EntenteError {
  return new EntenteError('invalid_request', 'A file cannot be read; nothing was loaded.', {
    details: [{ path, message }],
    cause,
  });
}
