import { join, resolve } from 'node:path';
import { BUILT_IN_SET } from './seed.ts';

/**
 * The folders of the data sets whose stories are told, as whole paths.
 * @param named the setting: folders separated by commas; empty is the built-in set
 * @param project the folder that relative ones start from
 */
export function storyFolders(named: string, project: string): string[] {
  const folders = named
    ? named.split(',').map((folder) => folder.trim())
    : [join('seed', 'data', BUILT_IN_SET)];
  return folders.filter(Boolean).map((folder) => resolve(project, folder));
}
