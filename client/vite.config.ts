import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Rolldown } from 'vite';
import { compressAhead, forWorkers, withoutDescriptions, withoutMeasuring } from './plugins.config.ts';

/** What both pages draw with, what the explorer begins with, and what is an embed's own. */
const [DRAWING, EXPLORER] = [/\/client\/(?:embed\/main|renderer\/mount)\.ts$/, /\/client\/main\.tsx$/];
const EMBED = /\/client\/embed\//;

/** Zod's index names every locale, so that whatever uses zod would seem to need them. */
const LOCALES = /\/zod\/v4\/locales\/index\.js$/;

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** Whether a start needs a module, at once or, if asked, also later. */
function isNeededBy(start: RegExp, id: string, context: Context, later = false): boolean {
  const seen = new Set<string>();
  const leadsBack = (module: string): boolean => {
    if (start.test(module)) return true;
    if (seen.has(module) || LOCALES.test(module)) return false;
    seen.add(module);
    const { importers = [], dynamicImporters = [] } = context.getModuleInfo(module) ?? {};
    return [...importers, ...(later ? dynamicImporters : [])].some(leadsBack);
  };
  return leadsBack(id);
}

/** A file of what a test names; the one of higher priority takes first, with all that it needs. */
function file(name: string, priority: number, holds: (id: string, context: Context) => boolean) {
  const nameOf: Rolldown.CodeSplittingNameFunction = (id, context) =>
    !EMBED.test(id) && holds(id, context) ? name : null;
  return { name: nameOf, priority };
}

/**
 * Puts what a page begins with into one file, and what both do into another: cut where later parts share some of it,
 * an embed was twenty files and the explorer thirty, and each is a journey of its own. What an embed fetches later
 * lies apart from the explorer, which would open itself in it.
 */
const FILES = [
  file('drawing', 3, (id, context) => isNeededBy(DRAWING, id, context)),
  file('both', 2, (id, context) => isNeededBy(EXPLORER, id, context) && isNeededBy(EMBED, id, context, true)),
  file('explorer', 1, (id, context) => isNeededBy(EXPLORER, id, context)),
];

/** What the server gives out as it is built, whose address other sites name. */
const EMBEDS = {
  embed: join(import.meta.dirname, 'embed/index.html'),
  'entente-graph': join(import.meta.dirname, 'embed/entente-graph.ts'),
};

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  // Published, its files lie under any path.
  base: './',
  plugins: [react(), ...forWorkers(), withoutMeasuring(), withoutDescriptions(), compressAhead()],
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    rolldownOptions: {
      // How long plugins took is nothing for whoever starts the product.
      checks: { pluginTimings: false },
      // What is read and not used goes: nothing here leans on a getter that does more than give.
      treeshake: { propertyReadSideEffects: false },
      input: {
        // While it is developed, the explorer's own page is served with hot reload instead.
        ...(mode !== 'development' && { index: join(import.meta.dirname, 'index.html') }),
        ...EMBEDS,
      },
      // Pages of other sites name it, so that its name stays the same.
      output: {
        codeSplitting: { groups: FILES },
        entryFileNames: ({ name }) => (name === 'entente-graph' ? 'embed.js' : 'assets/[name]-[hash].js'),
      },
    },
    // All browsers with WebGL 2 and modules of today preload by themselves. What a page begins with is named in it; of
    // what comes later the files are few, and their names would be in what comes first.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, names, { hostType }) => (hostType === 'html' ? names : []),
    },
    // What draws is that large, and needed at once.
    chunkSizeWarningLimit: 700,
    // The content security policy lets no font come from a data: address.
    assetsInlineLimit: 0,
  },
  worker: {
    // What only some layouts need is fetched by the worker when they are asked for.
    format: 'es',
    plugins: forWorkers,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
}));
