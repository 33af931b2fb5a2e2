import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntenteError } from '../core/model/errors.ts';
import { type Fragments, writeOut } from './fragments.ts';
import { parseStatement } from './parse.ts';
import type { Statement } from './statement.ts';

/** What a part of the product may load: only seeding may change a database. */
export const STATEMENT_FOLDERS = {
  server: ['read', 'describe', 'library'],
  seed: ['read', 'describe', 'check', 'schema', 'write'],
} as const;

/** Statements by name. */
export interface Statements {
  /** @throws EntenteError `internal` when there is no statement of that name for this part of the product. */
  get(name: string): Statement;
  names(): string[];
}

/**
 * Loads every statement that a part of the product may use.
 * @param folder the `cypher/` folder
 * @throws EntenteError `invalid_request` naming file and line of the first faulty file
 */
export function loadStatements(folder: string, user: keyof typeof STATEMENT_FOLDERS): Statements {
  const loaded = new Map<string, Statement>();
  const fragments = loadFragments(folder);
  for (const part of STATEMENT_FOLDERS[user]) {
    for (const file of filesOf(join(folder, part))) {
      const name = `${part}/${file.slice(0, -'.cypher'.length)}`;
      const statement = parseStatement(name, readFileSync(join(folder, part, file), 'utf8'));
      loaded.set(name, { ...statement, text: writeOut(statement.text, fragments, name) });
    }
  }
  return {
    get(name) {
      const statement = loaded.get(name);
      if (!statement) throw new EntenteError('internal', `There is no statement ${name} for the ${user}.`);
      return statement;
    },
    names: () => [...loaded.keys()],
  };
}

/** The expressions that statements share; what cannot be read there is told as of a statement. */
function loadFragments(folder: string): Fragments {
  const part = 'fragment';
  return new Map(
    filesOf(join(folder, part)).map((file) => {
      const name = file.slice(0, -'.cypher'.length);
      return [name, parseStatement(`${part}/${name}`, readFileSync(join(folder, part, file), 'utf8'))];
    }),
  );
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.cypher'))
      .sort();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}
