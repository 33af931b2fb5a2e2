import { byText } from '../numbers/random.ts';

/** What group each node is in, by key: the group's title. Who is in none is not in it. */
export type Groups = ReadonlyMap<string, string>;

/** The title of those who are in no group. */
export const NO_GROUP = 'Others or none';

/** A group and the keys of its nodes. */
export interface Group {
  title: string;
  members: readonly string[];
}

/** The groups among some nodes: the largest first, then by title; those in none last. */
export function groupsAmong(keys: Iterable<string>, groups: Groups): Group[] {
  const found = new Map<string, string[]>();
  for (const key of keys) {
    const title = groups.get(key) ?? NO_GROUP;
    const members = found.get(title);
    if (members) members.push(key);
    else found.set(title, [key]);
  }
  const last = (title: string) => Number(title === NO_GROUP);
  return [...found]
    .map(([title, members]) => ({ title, members }))
    .sort(
      (a, b) =>
        last(a.title) - last(b.title) || b.members.length - a.members.length || byText(a.title, b.title),
    );
}
