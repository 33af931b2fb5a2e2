import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { ErrorDetail } from '../model/errors.ts';
import type { Fault } from './entry.ts';

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
export function readYaml(
  text: string,
  file: string,
  list: boolean,
): { entries: RawEntry[]; problems: ErrorDetail[] } {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines });
  const problems = parsed.errors.map(({ pos, message }) => ({
    path: `${file}:${lines.linePos(pos[0]).line}`,
    message: `is not YAML: ${message.split('\n')[0]}`,
  }));
  if (problems.length > 0) return { entries: [], problems };
  const at = (node: Node | null) => (node?.range ? lines.linePos(node.range[0]).line : 1);
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
