import { decode } from './bytes/decode.ts';
import { type GivenFile, gunzip, isGzip, isZip, unzip } from './bytes/unpack.ts';
import { refusal } from './faults.ts';
import type { FileFormat, ReadableFile, Sink } from './format.ts';
import { READ_FORMATS } from './formats.ts';
import { type Missing, NetworkBuilder, type ReadEdge, type ReadNetwork } from './network.ts';
import type { MappingFile } from './table/mapping.ts';
import { type ReadTable, readTables } from './table/read-tables.ts';
import type { Table } from './table/table.ts';
import { setProperty } from './values/property.ts';

export interface ReadOptions {
  /** What the columns of tables mean; guessed when absent. */
  mapping?: MappingFile;
  missing?: Missing;
  /** The encoding of texts that do not tell theirs. */
  encoding?: string;
  /** Told what is being read, in words. */
  progress?: (doing: string) => void;
}

const HEAD = 4_000;

/** Rows of a table between two words on how far it is. */
const ROWS_TOLD = 20_000;

/** What files hold, and how each of their tables was read. */
export type ReadFiles = ReadNetwork & { tables: ReadTable[] };

/**
 * Reads files of any format into one network; files of nodes and of edges are joined.
 * @throws EntenteError `invalid_request` with file, line or cell, and remedy
 */
export async function readFiles(given: readonly GivenFile[], options: ReadOptions = {}): Promise<ReadFiles> {
  const builder = new NetworkBuilder(options.missing ?? options.mapping?.missing);
  const tables: Table[] = [];
  const lists: Parameters<Sink['byPlace']>[0][] = [];
  const { progress = () => {} } = options;
  const sink: Sink = {
    builder,
    table: (table) => tables.push(telling(table, progress)),
    byPlace: (list) => lists.push(list),
  };
  const formats = new Set<string>();
  for (const file of given.flatMap((each) => unpacked(each))) {
    const readable = readableOf(file, options, builder);
    const format = formatOf(readable);
    progress(file.name);
    await format.read(readable, sink);
    formats.add(format.id);
  }
  for (const { format } of tables) formats.add(format);
  const read = readTables(tables, options.mapping, builder);
  addByPlace(lists, builder);
  const network = builder.finish(
    [...formats].filter((each) => each !== 'csv' || !formats.has('tsv')).join(' + '),
  );
  signByWeight(network.edges);
  return { ...network, tables: read };
}

/** A table that tells how many of its rows are read. */
function telling(table: Table, progress: (doing: string) => void): Table {
  return {
    ...table,
    scan: (visit) => {
      let rows = 0;
      table.scan((cells, at) => {
        rows += 1;
        if (rows % ROWS_TOLD === 0) progress(`${table.name}: ${rows.toLocaleString('en-GB')} rows`);
        return visit(cells, at);
      });
    },
  };
}

/** A file out of `.gz` and `.zip`; workbooks are zips that stay as they are. */
function unpacked(file: GivenFile, depth = 0): GivenFile[] {
  if (depth > 3) throw refusal(file.name, 'is packed in itself too often; unpack it first.');
  if (isGzip(file.bytes)) return unpacked(gunzip(file), depth + 1);
  if (!isZip(file.bytes) || READ_FORMATS.some(({ detect }) => detect(bare(file)))) return [file];
  const parts = unzip(
    file,
    (path) => !/(?:^|\/)(?:__MACOSX\/|\.|readme|about\.json$|licen[cs]e)/i.test(path),
  );
  if (parts.size === 0) throw refusal(file.name, 'is a zip that holds no file.');
  return [...parts].flatMap(([path, bytes]) => unpacked({ name: `${file.name}: ${path}`, bytes }, depth + 1));
}

const bare = ({ name, bytes }: GivenFile): ReadableFile => ({ name, bytes, text: () => '', head: '' });

function readableOf(
  { name, bytes }: GivenFile,
  { encoding }: ReadOptions,
  builder: NetworkBuilder,
): ReadableFile {
  if (bytes.length === 0) throw refusal(name, 'is empty.');
  let text: string | undefined;
  const read = () => {
    if (text !== undefined) return text;
    const decoded = decode(bytes, encoding);
    if (decoded.guessed)
      builder.warn(
        name,
        `is no UTF-8; it is read as ${decoded.encoding}. If names look wrong, name its encoding: --encoding windows-1250.`,
        'encoding guessed',
      );
    text = decoded.text;
    return text;
  };
  const even = bytes.subarray(0, HEAD);
  const isBinary = isZip(bytes) || new TextDecoder('latin1').decode(even).startsWith('SQLite format 3');
  const head = isBinary
    ? new TextDecoder('latin1').decode(even)
    : decode(wholeCharacters(even), encoding).text;
  return { name, bytes, text: read, head };
}

/** Without the beginning of a character of UTF-8 that was cut. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEAD) return bytes;
  let end = bytes.length;
  while (end > bytes.length - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, (bytes[end - 1] ?? 0) >= 0xc0 ? end - 1 : end);
}

function formatOf(file: ReadableFile): FileFormat {
  if (file.head.trim() === '') throw refusal(file.name, 'is empty.');
  const format = READ_FORMATS.find(({ detect }) => detect(file));
  if (format) return format;
  const known = READ_FORMATS.map(({ title }) => title).join(', ');
  throw refusal(file.name, `is of no known format. These are read: ${known}, also packed as .gz or .zip.`);
}

/** Partitions and vectors of Pajek tell a value of each node, in the order of the network. */
function addByPlace(lists: readonly Parameters<Sink['byPlace']>[0][], builder: NetworkBuilder): void {
  for (const { name, path, values } of lists) {
    const nodes = [...builder.nodes.values()];
    if (nodes.length === 0)
      throw refusal(
        path,
        'tells a value of each node of a network, without the network; give its .net file along with it.',
      );
    if (nodes.length !== values.length) {
      const message = `holds ${values.length} values, but there are ${nodes.length} nodes; it is left out.`;
      builder.warn(path, message, 'list of another length');
      continue;
    }
    for (const [at, value] of values.entries())
      setProperty((nodes[at] as (typeof nodes)[0]).properties, name, value);
  }
}

/** Where some weights are below 0 and no edge has a sign, weights are the signs. */
function signByWeight(edges: readonly ReadEdge[]): void {
  const below = edges.some(({ properties }) => Number(properties.weight) < 0);
  if (!below || edges.some(({ properties }) => properties.sign !== undefined)) return;
  for (const { properties } of edges)
    if (typeof properties.weight === 'number') properties.sign = Math.sign(properties.weight) as -1 | 0 | 1;
}
