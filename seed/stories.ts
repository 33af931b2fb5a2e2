import { type KnownNames, storyFaults } from '../server/core/files/story.ts';
import { faultInFile, type RawEntry } from '../server/core/files/yaml.ts';
import type { ErrorDetail } from '../server/core/model/errors.ts';
import type { StoryFile } from '../server/core/model/story.ts';
import { storyId } from '../server/core/model/story-id.ts';
import type { RawDataSet } from './read.ts';

/** The id of a story: the name of its file. */
export function storyIdOf({ file }: RawEntry): string {
  return (file.split('/').at(-1) ?? file).replace(/\.ya?ml$/, '');
}

/** Checks what is told in stories: their names, that every view can be read and names what there is, and links. */
export function checkStories(
  stories: readonly { file: StoryFile; raw: RawEntry }[],
  { entries }: RawDataSet,
): ErrorDetail[] {
  const field = (rows: readonly RawEntry[], name: string) =>
    rows.map(({ value }) => String((Object(value) as Record<string, unknown>)[name]));
  const sources = field(entries['sources.yaml'], 'id');
  const nodes = (['actors.yaml', 'events.yaml', 'issues.yaml'] as const).flatMap((file) =>
    field(entries[file], 'id'),
  );
  const known: KnownNames = {
    nodes: [...nodes, ...sources],
    edges: field(entries['edges.yaml'], 'id'),
    types: field(entries['types.yaml'], 'type'),
    sources,
  };
  return [...repeated(stories), ...stories.flatMap((each) => checkStory(each, known))];
}

function repeated(stories: readonly { raw: RawEntry }[]): ErrorDetail[] {
  const ids = stories.map(({ raw }) => storyIdOf(raw));
  return stories
    .filter(({ raw }, at) => ids.indexOf(storyIdOf(raw)) < at)
    .map(({ raw }) => ({ path: raw.file, message: 'has the name of another story; rename one.' }));
}

function checkStory({ file, raw }: { file: StoryFile; raw: RawEntry }, known: KnownNames): ErrorDetail[] {
  const told = storyFaults(file, known).map((fault) => faultInFile(fault, raw));
  if (storyId.safeParse(storyIdOf(raw)).success) return told;
  return [{ path: raw.file, message: 'is not named in kebab-case, such as who-opposes.yaml.' }, ...told];
}
