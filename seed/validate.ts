import type * as z from 'zod/mini';
import { checkEntry } from '../server/core/files/entry.ts';
import { faultInFile, type RawEntry } from '../server/core/files/yaml.ts';
import type { ErrorDetail } from '../server/core/model/errors.ts';
import { storyFile } from '../server/core/model/story.ts';
import { pushAll } from '../server/core/numbers/extremes.ts';
import type { Checked, CheckedEntries } from './checked.ts';
import type { DataSet } from './data-set.ts';
import { type Entry, FILES, type FileName } from './format/format.ts';
import type { RawDataSet } from './read.ts';
import { checkReferences } from './references.ts';
import { checkStories, storyIdOf } from './stories.ts';
import { warnOfDates } from './warnings.ts';

/**
 * Checks a whole data set: every field, then everything that ties entries together. Gives all
 * problems at once, each with file, line and remedy; the data set only when there are none, and with it what looks
 * wrong though it may be meant.
 */
export function validateDataSet(raw: RawDataSet): {
  dataSet?: DataSet;
  problems: ErrorDetail[];
  warnings: ErrorDetail[];
} {
  const problems = [...raw.problems];
  const all = {} as Record<FileName, Checked<FileName>[]>;
  for (const file of Object.keys(FILES) as FileName[]) {
    all[file] = raw.entries[file].flatMap((entry) => checkRaw(file, entry, problems));
  }
  const entries = all as CheckedEntries;
  pushAll(problems, checkReferences(entries, raw));
  const stories = raw.stories.flatMap((each) => {
    const [file] = checked(storyFile, each, problems);
    return file ? [{ file, raw: each }] : [];
  });
  pushAll(problems, checkStories(stories, raw));
  problems.sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
  const [set] = entries['set.yaml'];
  if (problems.length > 0 || !set) return { problems, warnings: [] };
  const values = <F extends FileName>(file: F) => entries[file].map((each) => each.value);
  return {
    problems,
    warnings: warnOfDates(entries),
    dataSet: {
      id: set.value.id,
      title: set.value.title,
      types: values('types.yaml'),
      sources: values('sources.yaml'),
      actors: values('actors.yaml'),
      events: values('events.yaml'),
      issues: values('issues.yaml'),
      edges: values('edges.yaml'),
      looks: values('looks.yaml').map(({ rule }) => rule),
      stories: stories.map((each) => ({ id: storyIdOf(each.raw), dataSet: set.value.id, ...each.file })),
    },
  };
}

function checkRaw(file: FileName, raw: RawEntry, problems: ErrorDetail[]): Checked<FileName>[] {
  const schema: z.ZodMiniObject = FILES[file].entry;
  return checked(schema, raw, problems).map((value) => ({ value: value as Entry<FileName>, raw }));
}

/** The entry, if its fields are right; what is wrong with them is added to the problems. */
function checked<T>(schema: z.ZodMiniObject & z.ZodMiniType<T>, raw: RawEntry, problems: ErrorDetail[]): T[] {
  const { entry, faults } = checkEntry(schema, raw.value);
  pushAll(
    problems,
    faults.map((fault) => faultInFile(fault, raw)),
  );
  return entry === undefined ? [] : [entry];
}
