import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.mjs';

/**
 * Builds embeds and what goes into pages to take along, now and whenever their sources change. They have no hot
 * reload: a server's text or a file's digest goes with each.
 * @param {string} folder where to
 * @returns {Promise<{ close(): Promise<void> }>} once watching
 */
export async function watchBuilds(folder) {
  const { build } = await import('vite');
  // Once, and not at each build, of which one would take away what the other has laid there.
  rmSync(folder, { recursive: true, force: true });
  const watch = async (root, outDir) =>
    await build({
      configFile: join(root, 'vite.config.ts'),
      root,
      mode: 'development',
      logLevel: 'warn',
      build: { outDir, emptyOutDir: false, watch: {}, chunkSizeWarningLimit: Number.POSITIVE_INFINITY },
    });
  const watchers = await Promise.all([
    watch(inProject('client'), folder),
    watch(inProject('client', 'take-away'), join(folder, 'take-away')),
  ]);
  return { close: async () => void (await Promise.all(watchers.map((watcher) => watcher.close()))) };
}
