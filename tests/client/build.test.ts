import { join } from 'node:path';
import { loadConfigFromFile, type Plugin, type UserConfig } from 'vite';
import { expect, it } from 'vitest';

const CLIENT = join(import.meta.dirname, '../../client');

/** The plugins that this project itself gives to the build, of pages and of workers. */
async function ownPlugins(): Promise<Plugin[]> {
  const loaded = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(CLIENT, 'vite.config.ts'),
  );
  const { plugins = [], worker }: UserConfig = loaded?.config ?? {};
  const all = (await Promise.all([...plugins, ...(worker?.plugins?.() ?? [])])).flat(3) as Plugin[];
  return all.filter(({ name }) => !name.startsWith('vite:'));
}

it('builds dependencies as they are: no plugin of ours reads or rewrites a file of another package', async () => {
  const plugins = await ownPlugins();
  expect(plugins.length).toBeGreaterThan(1);
  for (const { name, load, transform, renderChunk, generateBundle } of plugins) {
    expect({ name, transform, renderChunk, generateBundle }).toEqual({ name });
    // A module of no file may be made up, as Node's are for browsers; its id begins with a zero by convention.
    const ids = typeof load === 'object' ? load.filter?.id : load;
    if (ids) expect(String(ids)).toMatch(/^\/\^\\0/);
  }
});
