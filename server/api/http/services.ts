import type { Context, Reader } from '../../core/answers/reader.ts';
import type { Status } from '../../core/contract/status.ts';
import type { Story } from '../../core/model/story.ts';
import type { Database, ReadDatabase } from '../../database/port.ts';
import type { SetLooks } from '../../graph/context.ts';
import { createSearch, type Search } from '../../graph/search/search.ts';
import { createGraphService, type GraphService } from '../../graph/service.ts';
import { createSlots, type SlotLimits, type Slots } from '../../guard/slots.ts';
import type { Statements } from '../../statements/load.ts';
import { createKeptAnswers, type KeepAnswer } from '../graph/graph-answers.ts';

/** Where the API gets its database from. */
export interface DatabaseSource {
  status(): Status['database'];
  /** @throws EntenteError `database_not_ready`, saying what is being waited for */
  database(): Database;
  /** Makes the next try at once where one is being waited for; absent where nothing is tried. */
  hurry?(): void;
}

/** Somebody who asks. */
export interface Caller {
  /** Aborts when nobody waits for the answer any more. */
  signal: AbortSignal;
  /** Under what is counted what is asked for. */
  address: string;
}

/** The graph as callers read it: in turns, so that the many reads of one leave the database to others as well. */
export interface SharedGraph extends Pick<GraphService, 'current' | 'latest'> {
  /**
   * As {@link GraphService.read}.
   * @throws EntenteError `too_many_requests` and `overloaded` besides, where too many read
   */
  read<T>(work: (reader: Reader) => Promise<T>, caller: Caller): Promise<{ value: T; context: Context }>;
}

/** What every handler can ask for. */
export interface Services {
  /** The product's version. */
  version: string;
  source: DatabaseSource;
  statements: Statements;
  /** Every story the server knows, whether or not the database holds what it is told on. */
  stories: readonly Story[];
  rowLimit: number;
  /** Which other sites may show embeds. */
  embeds: Status['embeds'];
  /** Reads whichever database there is, and remembers what it last was while there is none. */
  graph: SharedGraph;
  search: Search;
  keepAnswer: KeepAnswer;
}

export interface ServiceOptions {
  version: string;
  source: DatabaseSource;
  statements: Statements;
  /** None when absent. */
  stories?: readonly Story[];
  /** None when absent. */
  looks?: readonly SetLooks[];
  rowLimit: number;
  readTimeout: number;
  /** Nobody when absent. */
  embeds?: Status['embeds'];
}

export function createServices({
  version,
  source,
  statements,
  stories = [],
  looks = [],
  rowLimit,
  readTimeout,
  embeds = 'nobody',
}: ServiceOptions): Services {
  const graph = createGraphService(whichever(source), statements, { rowLimit, readTimeout }, looks);
  const slots = createSlots(READS);
  return {
    version,
    source,
    statements,
    stories,
    rowLimit,
    embeds,
    graph: inTurns(graph, slots),
    keepAnswer: createKeptAnswers(),
    search: createSearch(graph),
  };
}

/** What callers may read at once; one leaves a quarter to others. The driver has a hundred connections, statements of strangers theirs. */
const READS: SlotLimits = {
  concurrent: 16,
  concurrentPerAddress: 12,
  queued: 1_000,
  queuedPerAddress: 500,
  patience: 30_000,
  what: 'requests',
};

function inTurns({ current, latest, read }: GraphService, slots: Slots): SharedGraph {
  return {
    current,
    latest,
    async read(work, { signal, address }) {
      const slot = await slots.take(address, signal);
      try {
        return await read(work, signal);
      } finally {
        slot.release();
      }
    },
  };
}

/** The database there is at each moment: what is kept of it outlives a restart, as its versions do. */
function whichever(source: DatabaseSource): ReadDatabase {
  return {
    read: async (...given) => source.database().read(...given),
    stream: (...given) => source.database().stream(...given),
    version: async (...given) => source.database().version(...given),
  };
}
