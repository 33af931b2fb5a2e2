import type { Settings } from '../settings.ts';
import type { ManagedOptions } from './managed/start.ts';

/** The settings that a managed database takes. */
export type ManagedSettings = Pick<
  Settings,
  | 'dataFolder'
  | 'cacheFolder'
  | 'managedVersion'
  | 'heap'
  | 'pageCache'
  | 'offline'
  | 'javaMirror'
  | 'neo4jMirror'
>;

/** How the settings say to start the managed database. */
export function managedOptions(settings: ManagedSettings): ManagedOptions {
  const { dataFolder, cacheFolder, managedVersion, heap, pageCache, offline, javaMirror, neo4jMirror } =
    settings;
  return {
    ...{ folder: dataFolder, cacheFolder, version: managedVersion, memory: { heap, pageCache } },
    sources: { offline: offline === 'true', javaMirror, neo4jMirror },
  };
}
