import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST } from '../core/local/published.ts';
import { createLocalReader } from '../core/local/reader.ts';
import { EntenteError } from '../core/model/errors.ts';
import { dataFiles } from './data-files.ts';
import { cardOf, embedPages, publishedViews } from './embed-pages.ts';
import { explorerFile, FROM_DISK, storyFile } from './explorer-files.ts';
import { type Files, sizeOf, writeFiles } from './files.ts';
import { pageFiles, readBuilt } from './page-files.ts';
import { type PublishedSet, readPublishedSet } from './published-set.ts';
import { rootFiles } from './root-files.ts';

export interface PublishRequest {
  out: string;
  /** The id of a set, or its folder; the built-in one when absent. */
  set?: string;
  /** Where the folder will be, ending in a slash. */
  base?: string;
  /** Whether older snapshots stay. */
  keep: boolean;
}

/** What was published. */
export interface Published {
  set: PublishedSet;
  /** Bytes of the snapshot. */
  size: number;
  snapshots: string[];
}

/** At most so many nodes, and edges, are in one answer, as by a server with its usual settings. */
const ROW_LIMIT = 100_000;
/** What is being written, beside what stands. */
const UNFINISHED = '.publishing';

/**
 * Publishes a data set as a folder of files. The same data give the same bytes.
 *
 * @param built The folder of the built client.
 * @throws EntenteError `invalid_request` for a faulty data set, or a folder that holds something else
 */
export async function publish(
  { out, set: named, base, keep }: PublishRequest,
  built: string,
): Promise<Published> {
  const before = snapshotsIn(out);
  const set = readPublishedSet(named);
  const { snapshot } = set.graph.attributes;
  const files = await snapshotFiles(set, built, base && `${base}${snapshot}/`);
  const unfinished = join(out, UNFINISHED);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeFiles(unfinished, files);
  const older = before.filter((each) => each !== snapshot);
  for (const each of keep ? [snapshot] : before) rmSync(join(out, each), { recursive: true, force: true });
  renameSync(unfinished, join(out, snapshot));
  const snapshots = [...(keep ? older : []), snapshot].sort();
  const pages = [...files.keys()].filter((path) => path.endsWith('index.html'));
  writeFiles(out, rootFiles({ title: set.title, newest: snapshot, snapshots, base, pages }));
  return { set, size: sizeOf(files), snapshots };
}

async function snapshotFiles(set: PublishedSet, built: string, base: string | undefined): Promise<Files> {
  const reader = createLocalReader(set.graph, ROW_LIMIT, set.looks);
  const [index, embed] = ['index.html', 'embed/index.html'];
  const pages = await embedPages({ reader, set, template: readBuilt(built, embed), base });
  const [{ title, description } = { title: set.title, description: '' }] = publishedViews(set);
  const preview = { title, description, page: index, card: cardOf({}) };
  const files: Files = new Map([
    ...pageFiles(built, [index, embed]),
    ...dataFiles(set),
    ...pages,
    [index, explorerFile(readBuilt(built, index), set, preview, base)] as const,
    ['embed.js', readBuilt(built, 'embed.js')] as const,
    ['from-disk.js', FROM_DISK] as const,
  ]);
  for (const story of set.stories) files.set(`stories/${story.id}.txt`, await storyFile(reader, story));
  return files;
}

/** The snapshots in a folder that was published, or is to be. */
function snapshotsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name !== UNFINISHED);
  const snapshots = names.filter((name) => existsSync(join(folder, name, MANIFEST)));
  if (names.length === 0 || snapshots.length > 0) return snapshots;
  throw new EntenteError(
    'invalid_request',
    'The command cannot be carried out. See npm run publish -- --help.',
    {
      details: [
        { path: folder, message: 'holds something else; name a new folder, or one that was published.' },
      ],
    },
  );
}
