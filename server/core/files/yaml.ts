import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { ErrorDetail } from '../model/errors.ts';
import type { Fault } from './entry.ts';
import { piecesOf } from './yaml-pieces.ts';

/** One entry of a file as YAML gave it, and where it stands. */
export interface RawEntry {
  value: unknown;
  /** The file's name, as faults tell it. */
  file: string;
  /** The line of a field inside the entry, or of the entry itself; from 1. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads the text of a YAML file.
 *
 * @param file What it is called where its faults are told.
 * @param list Whether it is a list of entries, or one entry.
 * @returns The entries, and each fault with its line; there is no entry where the text is no YAML.
 */
export function readYaml(text: string, file: string, list: boolean): ReadYaml {
  const entries = list ? readPieces(text, file) : undefined;
  return entries ? { entries, problems: [] } : readWhole(text, file, list);
}

interface ReadYaml {
  entries: RawEntry[];
  problems: ErrorDetail[];
}

/** The entries of a list read one by one, as a tree of a large file would take gigabytes; none where that is no way. */
function readPieces(text: string, file: string): RawEntry[] | undefined {
  const pieces = piecesOf(text);
  if (!pieces) return undefined;
  const entries: RawEntry[] = [];
  for (const { text: piece, line, plain } of pieces) {
    const values = plain ? [plain] : valuesOf(piece, file);
    if (!values) return undefined;
    for (const [at, value] of values.entries()) entries.push(new PieceEntry(value, file, piece, line, at));
  }
  return entries;
}

/** An entry whose piece is read again where a line of it is asked for. A class, as a large set has a million of them. */
class PieceEntry implements RawEntry {
  readonly value: unknown;
  readonly file: string;
  readonly #text: string;
  readonly #line: number;
  readonly #at: number;

  constructor(value: unknown, file: string, text: string, line: number, at: number) {
    this.value = value;
    this.file = file;
    this.#text = text;
    this.#line = line;
    this.#at = at;
  }

  lineOf(path: readonly PropertyKey[]): number {
    const { entries } = readWhole(this.#text, this.file, true, this.#line - 1);
    return entries[this.#at]?.lineOf(path) ?? this.#line;
  }
}

/** The values of a piece; none where it has a fault, which the whole file then tells best. */
function valuesOf(piece: string, file: string): unknown[] | undefined {
  const { entries, problems } = readWhole(piece, file, true);
  return problems.length === 0 ? entries.map(({ value }) => value) : undefined;
}

/** @param before the lines of the file before the text */
function readWhole(text: string, file: string, list: boolean, before = 0): ReadYaml {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines });
  const problems = parsed.errors.map(({ pos, message }) => ({
    path: `${file}:${before + lines.linePos(pos[0]).line}`,
    message: `is not YAML: ${message.split('\n')[0]}`,
  }));
  if (problems.length > 0) return { entries: [], problems };
  const at = (node: Node | null) => before + (node?.range ? lines.linePos(node.range[0]).line : 1);
  const entry = (node: Node | null): RawEntry => ({
    value: node?.toJS(parsed),
    file,
    lineOf: (path) => at(nodeAt(node, path)),
  });
  const { contents } = parsed;
  try {
    if (!list) return { entries: [entry(contents)], problems };
    if (isSeq(contents)) return { entries: contents.items.map((item) => entry(item as Node)), problems };
  } catch (cause) {
    // Aliases that would unfold to more than any file is meant to hold.
    return { entries: [], problems: [{ path: file, message: `cannot be read: ${String(cause)}.` }] };
  }
  if (contents !== null && !(isScalar(contents) && contents.value === null))
    problems.push({ path: `${file}:${at(contents)}`, message: 'is not a list; begin each entry with "- ".' });
  return { entries: [], problems };
}

/** A fault of an entry, with the line it stands at. */
export function faultInFile({ path, message }: Fault, raw: RawEntry): ErrorDetail {
  return { path: `${raw.file}:${raw.lineOf(path)}`, message };
}

/** The deepest node on the way along `path`; for a field its key, which stands where the field does. */
function nodeAt(node: Node | null, path: readonly PropertyKey[]): Node | null {
  let current = node;
  for (const step of path) {
    if (isMap(current)) {
      const pair = current.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) return current;
      if (step === path.at(-1)) return pair.key as Node;
      current = pair.value as Node | null;
    } else if (isSeq(current) && typeof step === 'number') {
      current = (current.items[step] as Node | undefined) ?? current;
    } else return current;
  }
  return current;
}
