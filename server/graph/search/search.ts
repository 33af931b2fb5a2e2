import { createNames, type Named, toNamed } from '../../core/answers/names.ts';
import { integer } from '../../core/answers/parameters.ts';
import type { SearchResult } from '../../core/contract/search.ts';
import { openWorker } from '../../threads/open-worker.ts';
import { mapInSlices } from '../../threads/slices.ts';
import { type Asker, createThread, type ThreadLimits } from '../../threads/thread.ts';
import type { GraphService } from '../service.ts';

/** More names than this are not indexed; the answer says `truncated`. */
const MOST_NAMES = 50_000;
/** So many are searched in a few milliseconds, for which no thread is begun. */
const FEW_NAMES = 1_000;
const FEW_CHARACTERS = 100_000;
/** Names handed to the thread at a time. */
const BATCH = 1_000;
const LIMITS: ThreadLimits = { work: 10_000, start: 30_000, idle: 300_000, waiting: 32 };
const MEMORY = { maxOldGenerationSizeMb: 512 };

/** What the thread is asked: to take names in, or to find some. */
export type SearchWork = { version: string } & (
  | { names: Named[]; isFirst: boolean; isLast: boolean }
  | { find: string; limit: number }
);
/** Undefined where names were taken in, or the thread has none of that version. */
export type SearchFound = SearchResult | undefined;

/** Finds nodes by their names. */
export interface Search {
  /** @throws EntenteError `too_many_requests` where too many wait, `timeout` where it takes too long */
  find(version: string, text: string, limit: number, asker?: Asker): Promise<SearchResult>;
  /** Ends its thread. */
  close(): Promise<void>;
}

/** The names of one version of the data, ready to be searched. */
interface Index {
  version: string;
  find(text: string, limit: number, asker: Asker): Promise<SearchFound>;
}

/**
 * The names of a large database are searched in a thread, which is begun when it is first needed.
 *
 * @param graph Reads the names: for all who wait for them, whoever of these goes away.
 */
export function createSearch(graph: Pick<GraphService, 'read'>): Search {
  const open = () => openWorker(import.meta.url, 'search.worker', { resourceLimits: MEMORY });
  const words = { others: 'other searches', advice: 'Look for longer words.' };
  const thread = createThread<SearchWork, SearchFound>(open, LIMITS, words);
  let index: { version: string; built: Promise<Index> } | undefined;

  const inThread = async (version: string, names: Named[], isCut: boolean): Promise<Index> => {
    for (let at = 0; at < names.length; at += BATCH) {
      const batch = names.slice(at, at + BATCH);
      await thread.run({ version, names: batch, isFirst: at === 0, isLast: at + BATCH >= names.length });
    }
    return {
      version,
      // A search is short, and to end it would lose the names.
      find: async (find, limit, asker) =>
        cut((await thread.run({ version, find, limit }, { ...asker, endsWork: false })).result, isCut),
    };
  };
  const build = async (): Promise<Index> => {
    const limit = integer(MOST_NAMES + 1);
    const { value: rows, context } = await graph.read((reader) => reader.rows('read/names', { limit }));
    const { version, identity } = context;
    const names = await mapInSlices(rows.slice(0, MOST_NAMES), (row) => toNamed(identity, row));
    const length = names.reduce(
      (sum, { caption, aliases }) => sum + caption.length + aliases.join('').length,
      0,
    );
    if (names.length > FEW_NAMES || length > FEW_CHARACTERS)
      return await inThread(version, names, rows.length > MOST_NAMES);
    const here = createNames();
    here.add(names);
    return { version, find: async (text, limit) => here.find(text, limit) };
  };
  const indexOf = (version: string): Promise<Index> => {
    if (index?.version !== version) {
      const entry = { version, built: build() };
      entry.built.catch(() => {
        if (index === entry) index = undefined;
      });
      index = entry;
    }
    return index.built;
  };
  return {
    async find(version, text, limit, asker = {}) {
      const built = indexOf(version);
      const found = await (await built).find(text, limit, asker);
      if (found) return found;
      // The thread was let go meanwhile, with what it held.
      if (index && (await index.built) === (await built)) index = undefined;
      return (await (await indexOf(version)).find(text, limit, asker)) ?? { hits: [], truncated: true };
    },
    close: () => thread.close(),
  };
}

function cut(found: SearchFound, isCut: boolean): SearchFound {
  return found && { ...found, truncated: found.truncated || isCut };
}
