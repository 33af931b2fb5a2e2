import { readFile } from 'node:fs/promises';
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

/** The pattern of the files that a plugin rewrites; all where it names none. */
function rewrittenBy(transform: NonNullable<Plugin['transform']>): string {
  const id = typeof transform === 'object' ? transform.filter?.id : undefined;
  return id instanceof RegExp ? id.source : '';
}

it('builds dependencies as they are: no plugin of ours reads or rewrites a file of another package', async () => {
  const plugins = await ownPlugins();
  expect(plugins.length).toBeGreaterThan(1);
  for (const { name, load, transform, renderChunk, generateBundle } of plugins) {
    expect({ name, renderChunk, generateBundle }).toEqual({ name });
    if (transform) expect(rewrittenBy(transform)).toMatch(/^\\\/server\\\/core\\\//);
    // A module of no file may be made up, as Node's are for browsers; its id begins with a zero by convention.
    const ids = typeof load === 'object' ? load.filter?.id : load;
    if (ids) expect(String(ids)).toMatch(/^\/\^\\0/);
  }
});

it('leaves out of the page the descriptions that only the reference shows', async () => {
  const plugins = await ownPlugins();
  const { transform } = plugins.find(({ name }) => name === 'without-descriptions') ?? {};
  if (typeof transform !== 'object') throw new Error('There is no such plugin.');
  const read = async (file: string) => readFile(join(CLIENT, '../server/core', file), 'utf8');
  for (const file of ['view/view.ts', 'model/graph.ts', 'model/filters.ts']) {
    const written = await read(file);
    const { code } = (await transform.handler.call({} as never, written, file, {} as never)) as {
      code: string;
    };
    const described = [...code.matchAll(/z\.describe\(([^)]*)/g)].map(([, text = '']) => text);
    expect(described.length).toBe([...written.matchAll(/z\.describe\(/g)].length);
    expect(new Set(described)).toEqual(new Set(["''"]));
  }
});
