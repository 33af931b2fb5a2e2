import type { Status } from '../../core/contract/status.ts';
import type { Story } from '../../core/model/story.ts';
import type { Database } from '../../database/port.ts';
import { buildSearchIndex, type SearchIndex } from '../../graph/search.ts';
import { createGraphService, type GraphService, type Reader } from '../../graph/service.ts';
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
  /** @throws EntenteError `database_not_ready` */
  graph(): GraphService;
  searchIndex(reader: Reader): Promise<SearchIndex>;
  /** Keeps small answers of the database there is. @throws EntenteError `database_not_ready` */
  keepAnswer: KeepAnswer;
}

export interface ServiceOptions {
  version: string;
  source: DatabaseSource;
  statements: Statements;
  /** None when absent. */
  stories?: readonly Story[];
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
  rowLimit,
  readTimeout,
  embeds = 'nobody',
}: ServiceOptions): Services {
  const services = new WeakMap<Database, GraphService>();
  const kept = new WeakMap<Database, KeepAnswer>();
  let index: { version: string; built: Promise<SearchIndex> } | undefined;
  return {
    version,
    source,
    statements,
    stories,
    rowLimit,
    embeds,
    graph() {
      const database = source.database();
      const service =
        services.get(database) ?? createGraphService(database, statements, { rowLimit, readTimeout });
      services.set(database, service);
      return service;
    },
    keepAnswer(...asked) {
      const database = source.database();
      const keep = kept.get(database) ?? createKeptAnswers();
      kept.set(database, keep);
      return keep(...asked);
    },
    searchIndex(reader) {
      const at = reader.context.version;
      if (index?.version !== at) {
        const entry = { version: at, built: buildSearchIndex(reader) };
        entry.built.catch(() => {
          if (index === entry) index = undefined;
        });
        index = entry;
      }
      return index.built;
    },
  };
}
