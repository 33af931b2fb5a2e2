import { refusal } from '../faults.ts';
import type { FileFormat, ReadableFile, Sink } from '../format.ts';
import { adjacency } from './adjacency.ts';
import { cytoscape } from './cytoscape.ts';
import { graphology } from './graphology.ts';
import { jsonGraph } from './json-graph.ts';
import { isRecord, type Json, recordOf } from './json-values.ts';
import { netJson } from './net-json.ts';
import { nodeLink } from './node-link.ts';
import { rowsOfObjects } from './rows.ts';
import type { JsonShape } from './shape.ts';

/** What a JSON file may be; the first that knows it reads it. */
const SHAPES: readonly JsonShape[] = [graphology, cytoscape, netJson, adjacency, nodeLink, jsonGraph];

/** JSON of graphology, Gephi Lite, Cytoscape, networkx, d3, netJSON, JSON Graph Format, and lists of rows. */
export const json: FileFormat = {
  id: 'json',
  title: 'JSON',
  extensions: ['json', 'cyjs'],
  detect: ({ head }) => /^\s*[[{]/.test(head) && !isLines(head),
  read: (file, sink) => {
    const parsed = parseJson(file.text(), file.name);
    const list = Array.isArray(parsed) && parsed.length > 0 ? parsed : undefined;
    if (list?.every((each) => isRecord(recordOf(each).data))) cytoscape.read({ elements: list }, file, sink);
    else if (list?.every(isRecord)) rowsOfObjects(list, (at) => `${file.name}: entry ${at + 1}`, file, sink);
    else readShape(parsed, file, sink);
  },
};

function readShape(parsed: unknown, file: ReadableFile, sink: Sink): void {
  const shape = isRecord(parsed) ? SHAPES.find(({ knows }) => knows(parsed)) : undefined;
  if (!shape || !isRecord(parsed))
    throw refusal(
      file.name,
      'is JSON, but of no known kind: give lists of nodes and edges (or links), or a list of objects.',
    );
  shape.read(parsed, file, sink);
}

/** JSON Lines: Neo4j's `apoc.export.json`, or one row a line. */
export const jsonLines: FileFormat = {
  id: 'jsonl',
  title: 'JSON Lines',
  extensions: ['jsonl', 'ndjson'],
  detect: ({ head }) => isLines(head),
  read: (file, sink) => {
    const rows: Json[] = [];
    const lines: number[] = [];
    for (const [at, line] of file.text().split('\n').entries()) {
      if (line.trim() === '') continue;
      const parsed = parseJson(line, `${file.name}:${at + 1}`);
      if (!isRecord(parsed)) throw refusal(`${file.name}:${at + 1}`, 'is no JSON object; write one a line.');
      rows.push(parsed);
      lines.push(at + 1);
    }
    rowsOfObjects(rows, (at) => `${file.name}:${lines[at]}`, file, sink);
  },
};

/** Whether the first line is an object by itself and another one follows, or none. */
function isLines(head: string): boolean {
  const [first = '', second] = head.trimStart().split('\n');
  if (!/^\{.*\}\s*$/.test(first)) return false;
  return second?.trimStart().startsWith('{') ?? false;
}

/** @throws EntenteError `invalid_request` with the line of what is no JSON */
function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const at = Number(/position (\d+)/.exec(message)?.[1]);
    const line = Number.isFinite(at) ? text.slice(0, at).split('\n').length : undefined;
    const where = line === undefined || /:\d+$/.test(path) ? path : `${path}:${line}`;
    throw refusal(where, `is not JSON: ${message.split('\n')[0]?.slice(0, 200)}.`, cause);
  }
}
