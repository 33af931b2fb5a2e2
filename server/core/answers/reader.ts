import type { Row } from '../model/rows.ts';
import type { Identity } from './identity.ts';

/** What is true of the data at one version of it. */
export interface Context {
  version: string;
  snapshot: string;
  identity: Identity;
  /** Those in use, in alphabetical order; not all where there are very many. */
  labels: string[];
  /** The rules by which its data sets are drawn, where they have some. */
  looks?: string[];
  /** The relationship types in use, likewise, where no edge has a sign. */
  types?: string[];
}

/** Reads bound to one version of the data, with its row limit. */
export interface Reader {
  context: Context;
  rowLimit: number;
  /** The rows that a statement under `cypher` gives, whoever answers it: a database, or what is in memory. */
  rows(statement: string, parameters?: Record<string, unknown>): Promise<Row[]>;
  /** What is made of each of many, so that others have their turn meanwhile. */
  map<From, To>(many: readonly From[], make: (each: From) => To): Promise<To[]>;
}
