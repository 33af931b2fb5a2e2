import { createStore, type StoreApi } from 'zustand/vanilla';
import { scriptParts } from '../../../server/core/formats/script-parts.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { attempt, type Memory } from '../panels.ts';

/** A statement of somebody's own, kept under a name. */
export interface SavedQuery {
  name: string;
  /** Empty for none. */
  folder: string;
  text: string;
}

/** The saved queries, in the order that their owner gave them. */
export interface SavedQueries {
  store: StoreApi<{ queries: readonly SavedQuery[] }>;
  /**
   * Keeps a query, in the place of that of the same name and folder.
   * @throws EntenteError `invalid_request` without a name or a statement, `too_large` where there is no more room
   */
  save(query: SavedQuery): void;
  remove(query: SavedQuery): void;
  /** Puts a query before another, into its folder; at the end without another. */
  move(query: SavedQuery, before: SavedQuery | undefined): void;
  /**
   * Takes in the queries of a `.cypher` file, each after the comments that name it.
   * @returns how many there were
   * @throws EntenteError as `save`
   */
  read(file: string, name: string): number;
  /** All queries as such a file. */
  write(): string;
}

const NAME = 'entente.queries';
/** Browsers remember some five million characters of a site, of which others have a share. */
const [MOST, MOST_CHARACTERS] = [1_000, 1_000_000];
const FOLDER = /^@folder\s+(.+)$/;

/** The queries as they were left; none where nothing readable is remembered. */
export function createSaved(memory: Memory | undefined): SavedQueries {
  const store = createStore<{ queries: readonly SavedQuery[] }>()(() => ({ queries: recall(memory) }));
  const { getState } = store;
  const set = (queries: readonly SavedQuery[]) => {
    const text = JSON.stringify(queries);
    if (queries.length > MOST || text.length > MOST_CHARACTERS)
      throw new EntenteError(
        'too_large',
        'There is no more room for queries. Export some, then remove them.',
      );
    store.setState({ queries });
    attempt(() => memory?.setItem(NAME, text));
  };
  const save = (query: SavedQuery) => set(withQuery(getState().queries, cleaned(query)));
  return {
    store,
    save,
    remove: (query) => set(getState().queries.filter((each) => each !== query)),
    move(query, before) {
      const rest = getState().queries.filter((each) => each !== query);
      const at = before ? rest.indexOf(before) : rest.length;
      set(rest.toSpliced(at < 0 ? rest.length : at, 0, { ...query, folder: before?.folder ?? query.folder }));
    },
    read(file, name) {
      const found = queriesIn(file, name);
      set(found.reduce(withQuery, getState().queries));
      return found.length;
    },
    write: () => getState().queries.map(written).join('\n'),
  };
}

function withQuery(queries: readonly SavedQuery[], query: SavedQuery): readonly SavedQuery[] {
  const at = queries.findIndex(({ name, folder }) => name === query.name && folder === query.folder);
  return at < 0 ? [...queries, query] : queries.with(at, query);
}

function cleaned({ name, folder, text }: SavedQuery): SavedQuery {
  const oneLine = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
  const query = { name: oneLine(name), folder: oneLine(folder), text: text.trim() };
  if (!query.name) throw new EntenteError('invalid_request', 'Give the query a name.');
  if (!query.text) throw new EntenteError('invalid_request', 'There is no statement to save.');
  return query;
}

/** The statements of a file; what is not named by a comment is named after the file. */
function queriesIn(file: string, fileName: string): SavedQuery[] {
  let end = 0;
  const statements = scriptParts(file).filter(({ kind }) => kind === 'statement');
  return statements.map(({ text, at }, index) => {
    const comments = [...file.slice(end, at).matchAll(/\/\/[ \t]*([^\n]*)/g)].map(([, line = '']) =>
      line.trim(),
    );
    end = at + text.length;
    const folder = comments.map((line) => FOLDER.exec(line)?.[1]).find((found) => found !== undefined);
    const named = comments.find((line) => line !== '' && !line.startsWith('@'))?.replace(/\.$/, '');
    const own = statements.length > 1 ? `${fileName} ${index + 1}` : fileName;
    return cleaned({ name: named ?? own, folder: folder ?? '', text });
  });
}

function written({ name, folder, text }: SavedQuery): string {
  return `// ${name}\n${folder ? `// @folder ${folder}\n` : ''}${text}\n;\n`;
}

function recall(memory: Memory | undefined): SavedQuery[] {
  const known: unknown = attempt(() => JSON.parse(memory?.getItem(NAME) ?? '[]'));
  if (!Array.isArray(known)) return [];
  const isQuery = (each: unknown): each is SavedQuery =>
    ['name', 'folder', 'text'].every(
      (key) => typeof (each as Record<string, unknown> | null)?.[key] === 'string',
    );
  return known.filter(isQuery).slice(0, MOST);
}
