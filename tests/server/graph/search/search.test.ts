import { afterEach, describe, expect, it } from 'vitest';
import { createNames } from '../../../../server/graph/search/names.ts';
import { createSearch, type Search } from '../../../../server/graph/search/search.ts';
import type { Reader } from '../../../../server/graph/service.ts';

const ONSETS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
/** Names of two made-up words, all different. */
function nameOf(at: number): string {
  let rest = at * 7_919 + 1;
  const syllable = () => {
    const made = `${ONSETS[rest % ONSETS.length]}${VOWELS[rest % VOWELS.length]}`;
    rest = Math.floor(rest / 5);
    return made;
  };
  return `${syllable()}${syllable()}${syllable()} ${syllable()}${syllable()} ${at}`;
}

/** A database's reader that holds so many names at a version, and counts how often they are read. */
function readerOf(count: number, version: string) {
  let reads = 0;
  const reader: Reader = {
    context: { version, identity: { idLabels: ['Actor'], idTypes: [] } } as unknown as Reader['context'],
    rowLimit: 1,
    async rows() {
      reads += 1;
      return Array.from({ length: count }, (_, at) => ({
        elementId: `4:x:${at}`,
        labels: ['Actor'],
        properties: { id: `a${at}`, name: nameOf(at), aliases: [`Alias${at}`] },
      }));
    },
    stream: () => {
      throw new Error('Nothing is streamed here.');
    },
  };
  return { reader, reads: () => reads };
}

describe('searching names', { timeout: 60_000 }, () => {
  let search: Search | undefined;
  afterEach(() => search?.close());

  it.each([500, 5_000])('finds what was typed first, by name or alias, of %i names', async (count) => {
    search = createSearch();
    const { reader, reads } = readerOf(count, 'v1');
    for (const at of [0, 17, count - 1]) {
      expect((await search.find(reader, nameOf(at), 3)).hits[0]?.key).toBe(`a${at}`);
      expect((await search.find(reader, `alias${at}`, 3)).hits[0]).toMatchObject({
        key: `a${at}`,
        matched: { property: 'aliases', text: `Alias${at}` },
      });
    }
    expect(reads()).toBe(1);
  });

  it('leaves others their turn while the names of a large database are taken in and searched', async () => {
    search = createSearch();
    const { reader } = readerOf(20_000, 'v1');
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const { hits, truncated } = await search.find(reader, 'b', 5);
    clearInterval(turning);
    expect([hits.length, truncated]).toEqual([5, true]);
    expect(turns).toBeGreaterThan(20);
  });

  it('takes the names in again after a write, and keeps to the version that it is asked of', async () => {
    search = createSearch();
    const [before, after] = [readerOf(2_000, 'v1'), readerOf(2_001, 'v2')];
    const last = nameOf(2_000);
    expect((await search.find(before.reader, last, 1)).hits[0]?.caption).not.toBe(last);
    expect((await search.find(after.reader, last, 1)).hits[0]?.caption).toBe(last);
  });

  it('finds what holds all words, however many, short and repeated they are', () => {
    const names = createNames();
    const named = (caption: string) => ({ key: caption, caption, named: 'name', aliases: [], labels: [] });
    const long = 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb';
    names.add([named(long), named('How to Love'), named('Learned')]);
    const found = (text: string) => names.find(text, 9).hits.map(({ key }) => key);
    expect(found(long)).toEqual([long]);
    expect(found('how i love')).toEqual([long]);
    expect(found('l h')).toEqual([long, 'How to Love']);
    expect(found('to to to')).toEqual(found('to'));
    expect(found('strangelove worying lerned')).toEqual([long]);
    expect(found('how to hate love')).toEqual([]);
  });

  it('costs no more for a letter typed a hundred times than for one typed once', () => {
    const names = createNames();
    names.add(
      Array.from({ length: 2_000 }, (_, at) => ({
        ...{ key: `${at}`, caption: nameOf(at), named: 'name', aliases: [], labels: [] },
      })),
    );
    const cost = (text: string) => {
      const before = process.cpuUsage();
      for (let times = 0; times < 5; times += 1) names.find(text, 5);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const ratios: number[] = [];
    while (ratios.length < 5 && !ratios.some((each) => each < 4))
      ratios.push(cost('b '.repeat(100)) / cost('b'));
    expect(Math.min(...ratios)).toBeLessThan(4);
  });
});
