import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RawEntry, readYaml } from '../server/core/files/yaml.ts';
import { EntenteError, type ErrorDetail } from '../server/core/model/errors.ts';
import { pushAll } from '../server/core/numbers/extremes.ts';
import { FILES, type FileName, STORIES } from './format/format.ts';
import { readTable, tablesOf } from './tables.ts';

/** A data set as written, not yet checked beyond being YAML. */
export interface RawDataSet {
  folder: string;
  entries: Record<FileName, RawEntry[]>;
  /** One a file, in the order of their names. */
  stories: RawEntry[];
  problems: ErrorDetail[];
}

/**
 * Reads the files of a data set.
 * @throws EntenteError `invalid_request` when the folder does not exist; what is wrong inside the
 *   files is collected in `problems` instead, so that all of it can be told at once
 */
export function readDataSet(folder: string): RawDataSet {
  if (!existsSync(folder)) {
    throw new EntenteError(
      'invalid_request',
      `There is no folder ${folder}. Name one that holds a set.yaml.`,
    );
  }
  const problems: ErrorDetail[] = [];
  const entries = {} as Record<FileName, RawEntry[]>;
  for (const file of Object.keys(FILES) as FileName[]) entries[file] = readFile(folder, file, problems);
  const known = (Object.keys(FILES) as FileName[]).flatMap((file) => [file, ...tablesOf(file)]);
  for (const file of readdirSync(folder))
    if (/\.(?:ya?ml|csv(?:\.gz)?)$/.test(file) && !known.includes(file))
      problems.push({ path: file, message: `is not a file of a data set; they are ${known.join(', ')}.` });
  return { folder, entries, stories: readStories(folder, problems), problems };
}

function readStories(folder: string, problems: ErrorDetail[]): RawEntry[] {
  const path = join(folder, STORIES);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .flatMap((name) => readText(folder, `${STORIES}/${name}`, false, problems));
}

function readFile(folder: string, file: FileName, problems: ErrorDetail[]): RawEntry[] {
  const { list, required } = FILES[file];
  const there = [file, ...tablesOf(file)].filter((name) => existsSync(join(folder, name)));
  if (required && there.length === 0) {
    const tables = tablesOf(file).length > 0 ? `, or the table ${tablesOf(file).join(' or ')}` : '';
    problems.push({ path: file, message: `is missing; a data set needs it${tables}.` });
  }
  return there.flatMap((name) => {
    if (name === file) return readText(folder, file, list, problems);
    const read = readTable(file, { name, bytes: readFileSync(join(folder, name)) });
    pushAll(problems, read.problems);
    return read.entries;
  });
}

function readText(folder: string, file: string, list: boolean, problems: ErrorDetail[]): RawEntry[] {
  const read = readYaml(readFileSync(join(folder, file), 'utf8'), file, list);
  pushAll(problems, read.problems);
  return read.entries;
}
