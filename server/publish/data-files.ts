import { zlibSync } from 'fflate';
import { MANIFEST, type Manifest } from '../core/local/published.ts';
import { writePacked } from '../core/packed/write.ts';
import { projectVersion } from '../project.ts';
import { type Files, hashed } from './files.ts';
import type { PublishedSet } from './published-set.ts';

/** Bytes: below what hosts and their caches take of one file. */
const PART = 4_000_000;

/** The data as files: the graph in packed columns, in parts, and what names them. */
export function dataFiles({ graph, title, stories, looks }: PublishedSet): Files {
  const whole = Buffer.concat([...writePacked(graph)]);
  // By the same code on every machine, where Node's own zlib differs from version to version.
  const packed = zlibSync(whole, { level: 9 });
  const files: Files = new Map();
  const parts: string[] = [];
  for (let at = 0; at < packed.length; at += PART) {
    const part = packed.slice(at, at + PART);
    const name = `data/${hashed(part)}.bin`;
    parts.push(name);
    files.set(name, part);
  }
  const { snapshot } = graph.attributes;
  const manifest: Manifest = { version: projectVersion(), snapshot, title, parts, stories, looks };
  return files.set(MANIFEST, `${JSON.stringify(manifest)}\n`);
}
