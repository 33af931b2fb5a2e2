import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toStored } from '../../seed/plan.ts';
import { BUILT_IN_SET, openDataSet } from '../../seed/seed.ts';
import { graphOfStored } from '../core/local/graph-of-network.ts';
import type { Graph } from '../core/model/graph.ts';
import type { Story } from '../core/model/story.ts';
import { snapshotOfStored } from '../graph/snapshot.ts';
import { projectFolder } from '../project.ts';

/** What is published: a data set whole, with what is told of it. */
export interface PublishedSet {
  id: string;
  title: string;
  graph: Graph;
  stories: Story[];
  looks: string[];
}

/**
 * Reads a data set from its files, with a snapshot id that depends on the data alone.
 *
 * @param named The id of a set under `seed/data`, or a folder; the built-in set when absent.
 * @throws EntenteError `invalid_request` for a folder that is no data set, with every fault in it
 */
export function readPublishedSet(named: string = BUILT_IN_SET): PublishedSet {
  const known = join(projectFolder(), 'seed', 'data', named);
  const { id, title, stories, looks, ...rest } = openDataSet(existsSync(known) ? known : resolve(named));
  const stored = toStored({ id, title, stories, looks, ...rest });
  return { id, title, graph: graphOfStored(stored, snapshotOfStored(stored)), stories, looks };
}
