import type { Command } from './command.ts';

/** What people from other programs call things, by what the ids of commands begin with. */
const OTHER_WORDS: readonly (readonly [id: string, words: string])[] = [
  ['layout-', 'layout position place'],
  ['layout-groups-communities', 'cluster community clustering modularity'],
  ['colour-communities', 'cluster community clustering modularity'],
  ['rearrange', 'layout shuffle'],
  ['size-', 'centrality importance'],
  ['hide', 'delete remove'],
  ['take-away', 'export download image'],
  ['save-', 'export download file'],
  ['share', 'export iframe'],
  ['alliances', 'agreement disagreement blocs'],
  ['help', 'import load upload data manual'],
];

/** All words by which a command is found, under the title that it has now. */
export function wordsToFind({ id, title, group }: Command, now: string): string {
  const others = OTHER_WORDS.flatMap(([start, words]) => (id.startsWith(start) ? [words] : []));
  return [now, title, group, ...others].join(' ');
}

/** Whether words hold every one that was typed, in whatever order. */
export function holdsWords(words: string, typed: string): boolean {
  const plain = words.toLocaleLowerCase('en');
  return typed
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((word) => plain.includes(word));
}
