import type { Status } from '../../core/contract/status.ts';
import type { Story } from '../../core/model/story.ts';
import type { Database, ReadDatabase } from '../../database/port.ts';
import type { SetLooks } from '../../graph/context.ts';
import { createSearch, type Search } from '../../graph/search/search.ts';
import { createGraphService, type GraphService } from '../../graph/service.ts';
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
  graph: GraphService;
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
  return {
    version,
    source,
    statements,
    stories,
    rowLimit,
    embeds,
    graph,
    keepAnswer: createKeptAnswers(),
    search: createSearch(graph),
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
