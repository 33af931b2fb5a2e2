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

/**
 * How near a command is to what was typed, the nearest the least: one that is called so, then one whose title begins so,
 * then one that holds it as a word or is called so elsewhere, then one with such a begin of a word, then all else.
 *
 * @param can Whether it can be done now; of two that are as near, that comes first.
 */
export function rankOf({ id, title }: Command, now: string, typed: string, can: boolean): number {
  const plain = (text: string) =>
    ` ${text
      .toLocaleLowerCase('en')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const wanted = plain(typed).trimEnd();
  const titles = [now, title].map(plain);
  const all = [
    ...titles,
    ...OTHER_WORDS.flatMap(([start, words]) => (id.startsWith(start) ? plain(words) : [])),
  ];
  if (titles.some((each) => each === `${wanted} `)) return 0;
  if (titles.some((each) => each.startsWith(`${wanted} `))) return 1;
  if (all.some((each) => each.includes(`${wanted} `))) return can ? 2 : 3;
  return all.some((each) => each.includes(wanted)) ? 4 : 5;
}

/** Whether words hold every one that was typed, in whatever order. */
export function holdsWords(words: string, typed: string): boolean {
  const plain = words.toLocaleLowerCase('en');
  return typed
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((word) => plain.includes(word));
}
