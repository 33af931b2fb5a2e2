import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/**
 * Lays script and styles into one JSON file, with the digests by which the policy of a file taken along lets
 * exactly them run: the page and the command line make such files of it.
 */
function bundleAsJson(): Plugin {
  return {
    name: 'bundle-as-json',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const take = (name: string) => {
        const text = readFileSync(join(dir, name), 'utf8').trim().replaceAll('</script', '<\\/script');
        rmSync(join(dir, name));
        return { text, digest: `sha256-${createHash('sha256').update(text).digest('base64')}` };
      };
      const bundle = { script: take('take-away.js'), style: take('take-away.css') };
      writeFileSync(join(dir, 'take-away.json'), JSON.stringify(bundle));
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [bundleAsJson()],
  build: {
    outDir: '../../dist/page/take-away',
    emptyOutDir: true,
    lib: {
      entry: 'main.ts',
      name: 'entente',
      formats: ['iife'],
      fileName: () => 'take-away.js',
      cssFileName: 'take-away',
    },
  },
});
