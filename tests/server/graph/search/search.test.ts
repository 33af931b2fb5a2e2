import { afterEach, describe, expect, it } from 'vitest';
import { createNames } from '../../../../server/core/answers/names.ts';
import type { Reader } from '../../../../server/core/answers/reader.ts';
import { createSearch, type Search } from '../../../../server/graph/search/search.ts';
import type { GraphService } from '../../../../server/graph/service.ts';

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
    map: async (many, make) => many.map(make),
  };
  const graph: Pick<GraphService, 'read'> = {
    read: async (work) => ({ value: await work(reader), context: reader.context }),
  };
  return { graph, reads: () => reads };
}

describe('searching names', { timeout: 60_000 }, () => {
  let search: Search | undefined;
  afterEach(() => search?.close());

  it.each([500, 5_000])('finds what was typed first, by name or alias, of %i names', async (count) => {
    const { graph, reads } = readerOf(count, 'v1');
    search = createSearch(graph);
    for (const at of [0, 17, count - 1]) {
      expect((await search.find('v1', nameOf(at), 3)).hits[0]?.key).toBe(`a${at}`);
      expect((await search.find('v1', `alias${at}`, 3)).hits[0]).toMatchObject({
        key: `a${at}`,
        matched: { property: 'aliases', text: `Alias${at}` },
      });
    }
    expect(reads()).toBe(1);
  });

  it('leaves others their turn while the names of a large database are taken in and searched', async () => {
    const { graph } = readerOf(20_000, 'v1');
    search = createSearch(graph);
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const { hits, truncated } = await search.find('v1', 'b', 5);
    clearInterval(turning);
    expect([hits.length, truncated]).toEqual([5, true]);
    expect(turns).toBeGreaterThan(20);
  });

  it('takes the names in again after a write, and keeps to the version that it is asked of', async () => {
    const [before, after] = [readerOf(2_000, 'v1'), readerOf(2_001, 'v2')];
    let now = before;
    search = createSearch({ read: (work, signal) => now.graph.read(work, signal) });
    const last = nameOf(2_000);
    expect((await search.find('v1', last, 1)).hits[0]?.caption).not.toBe(last);
    now = after;
    expect((await search.find('v2', last, 1)).hits[0]?.caption).toBe(last);
  });

  it('takes the names in for all who wait, whoever of them goes away', async () => {
    const { graph } = readerOf(100, 'v1');
    const signals: unknown[] = [];
    search = createSearch({
      read: (work, signal) => {
        signals.push(signal);
        return graph.read(work, signal);
      },
    });
    await Promise.all(['a', 'b'].map((text) => search?.find('v1', text, 1)));
    expect(signals).toEqual([undefined]);
  });

  it('costs little where names are whole pages', () => {
    const names = createNames();
    const page = Array.from({ length: 2_000 }, (_, at) => nameOf(at)).join(' ');
    names.add([{ key: 'a', caption: page, named: 'text', aliases: [page], labels: [] }]);
    expect(names.find(nameOf(0), 1).hits).toHaveLength(1);
    expect(names.find(nameOf(1_999).split(' ')[2] as string, 1).hits).toHaveLength(0);
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
