import { createInterface } from 'node:readline/promises';
import { EntenteError } from '../server/core/model/errors.ts';
import type { DataSet } from './data-set.ts';
import { FILES } from './format/format.ts';

/** The files a set must have that hold nothing: most often a copy cut short, which would empty the database. */
export function emptyFiles(dataSet: DataSet): string[] {
  return Object.entries(FILES)
    .filter(([file, { list, required }]) => {
      const entries = dataSet[file.replace('.yaml', '') as keyof DataSet];
      return list && required && Array.isArray(entries) && entries.length === 0;
    })
    .map(([file]) => file);
}

/**
 * Asks whether a set with empty files is meant.
 * @param terminal where it is asked; nobody can be asked when absent
 * @throws EntenteError `invalid_request` when it is not meant, or nobody can be asked, with the option that says so
 */
export async function askAboutEmpty(
  files: readonly string[],
  terminal: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream } | undefined,
): Promise<void> {
  if (files.length === 0) return;
  const what = `${files.join(' and ')} ${files.length === 1 ? 'holds' : 'hold'} no entry: what the set had loaded of ${files.length === 1 ? 'it' : 'them'} is taken out of the database.`;
  if (terminal) {
    const line = createInterface(terminal);
    const answer = await line.question(`${what} Load the set all the same? [y/N] `);
    line.close();
    if (/^y(es)?$/i.test(answer.trim())) return;
  }
  throw new EntenteError('invalid_request', `${what} Nothing was written. If that is meant, add --yes.`);
}
