import type { NetworkBuilder } from './network.ts';
import type { Table } from './table/table.ts';

/** A file ready to be read: unpacked, its bytes and, on demand, its text. */
export interface ReadableFile {
  name: string;
  bytes: Uint8Array;
  /** The whole text, decoded once. */
  text: () => string;
  /** Its first characters, by which formats are told apart. */
  head: string;
}

/** Where a reader puts what it finds. */
export interface Sink {
  builder: NetworkBuilder;
  /** Tables wait until all are there: nodes may be told in one file and edges in another. */
  table: (table: Table) => void;
  /** Lists of values by the place of a node, such as Pajek's `.clu`. */
  byPlace: (list: { name: string; path: string; values: (string | number)[] }) => void;
}

/** One file format. */
export interface FileFormat {
  id: string;
  title: string;
  /** What its files end in, without the dot. */
  extensions: readonly string[];
  /** Whether a file looks like this format, by its content and then its name. */
  detect: (file: ReadableFile) => boolean;
  read: (file: ReadableFile, sink: Sink) => void | Promise<void>;
}

export function hasExtension(name: string, extensions: readonly string[]): boolean {
  return extensions.includes(name.toLowerCase().split('.').at(-1) ?? '');
}
