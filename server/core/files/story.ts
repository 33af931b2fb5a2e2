import { stringify } from 'yaml';
import type { ErrorDetail } from '../model/errors.ts';
import { type StoryFile, storyFile } from '../model/story.ts';
import { readExpansion } from '../view/expansion.ts';
import type { View } from '../view/view.ts';
import { searchToView } from '../view/view-link.ts';
import { badAddresses } from '../words/caption.ts';
import { checkEntry, type Fault, fieldInWords } from './entry.ts';
import { nearest } from './nearest.ts';
import { faultInFile, readYaml } from './yaml.ts';

/** What the data know by name. */
export interface KnownNames {
  nodes: readonly string[];
  edges: readonly string[];
  types: readonly string[];
  sources: readonly string[];
}

/** Names the schema to editors, as seen from the folder `stories` of a data set. */
const HEAD = '# yaml-language-server: $schema=../../../format/story.schema.json\n';

/**
 * A view is one long word that must not be broken; and of quoted text broken over lines the library may lose a
 * space at a line's beginning, so it breaks none.
 */
const AS_WRITTEN = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER };

/** A story as the text of its file, which {@link readStoryFile} reads again. */
export function writeStoryFile({ title, summary, steps }: StoryFile): string {
  const ordered = {
    title,
    ...(summary !== undefined && { summary }),
    steps: steps.map(({ title: called, caption, notes, view }) => ({
      ...{ title: called, caption },
      ...(notes !== undefined && { notes }),
      view,
    })),
  };
  return HEAD + stringify(ordered, AS_WRITTEN);
}

/**
 * Reads the text of a story's file.
 *
 * @param file What it is called where its faults are told.
 * @returns The story, if it is one, and what is wrong, each with its line and the remedy.
 */
export function readStoryFile(text: string, file: string): { story?: StoryFile; problems: ErrorDetail[] } {
  const { entries, problems } = readYaml(text, file, false);
  const [raw] = entries;
  if (!raw) return { problems };
  const { entry, faults } = checkEntry(storyFile, raw.value);
  const found = entry ? storyFaults(entry) : faults;
  return { ...(entry && { story: entry }), problems: found.map((fault) => faultInFile(fault, raw)) };
}

/**
 * What is wrong with what a story says: links that lead nowhere safe, views that cannot be read.
 *
 * @param known What the data hold; names are not checked without.
 */
export function storyFaults({ steps }: StoryFile, known?: KnownNames): Fault[] {
  return steps.flatMap(({ caption, view: search }, at) => {
    const fault = (field: string) => (message: string) => {
      const path = ['steps', at, field];
      return { path, message: `${fieldInWords(path)}: ${message}` };
    };
    const { view, problems } = searchToView(search);
    const inView = [
      ...problems.map(({ path, message }) => `${path} ${message}`),
      ...(view.story !== undefined || view.step !== undefined
        ? ['names a story itself; leave story and step out.']
        : []),
      ...(known ? missingNames(view, known) : []),
    ];
    const inCaption = badAddresses(caption).map(
      (address) => `links to ${address}, which is not an http(s) address; write one, or leave the link out.`,
    );
    return [...inCaption.map(fault('caption')), ...inView.map(fault('view'))];
  });
}

/** What a view names that the data do not hold. */
function missingNames(view: View, { nodes, edges, types, sources }: KnownNames): string[] {
  const expanded = view.expandBy?.flatMap((text) => readExpansion(text)?.key ?? []) ?? [];
  const keys = [view.focus, view.add, view.expand, view.reveal, view.path, view.hide, expanded];
  const check = (names: readonly string[], there: readonly string[], what: string) => {
    const held = new Set(there);
    return names
      .filter((name) => !held.has(name))
      .map((name) => `no ${what} is called ${name}. ${nearest(name, there)}`);
  };
  return [
    ...check([...keys.flatMap((each) => each ?? []), ...Object.keys(view.pins ?? {})], nodes, 'node'),
    ...check(view.select ?? [], [...nodes, ...edges], 'node or edge'),
    ...check(view.type ?? [], types, 'relationship type'),
    ...check(view.source ?? [], sources, 'source'),
  ];
}
