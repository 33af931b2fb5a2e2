import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

/**
 * Lays a brotli form beside every text file, as small as it gets: made once here, where the server would
 * make a larger one for every reader.
 */
function compressAhead(): Plugin {
  const MUCH = 1_000_000;
  return {
    name: 'compress-ahead',
    // Whoever develops waits for the build, not for the network.
    apply: (_, { command, mode }) => command === 'build' && mode !== 'development',
    writeBundle({ dir = '' }, bundle) {
      for (const fileName of Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))) {
        const text = readFileSync(join(dir, fileName));
        const quality = text.length < MUCH ? constants.BROTLI_MAX_QUALITY : 6;
        const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
        writeFileSync(join(dir, `${fileName}.br`), brotliCompressSync(text, { params }));
      }
    },
  };
}

/** What Sigma compiles all the same, though labels alone need it. */
const COMPILED = 'v_edgeDist';
/** What only those parts of Sigma's shaders name that write labels. */
const OF_LABELS =
  /\b(?:a_label\w+|u_labelMargin|v_label\w+|label(?:BoxCenter|SdfPixels)|\w*[bB]ackdrop\w*|u_atlas\w*|v_fontScale|computeEdgeLabel\w*|charCenter\w*|accumDist)\b/;

const LITERAL = /"(?:[^"\\\n]|\\.)*"/g;
const isShader = (text: string) => text.includes('\\n') && /\b(?:float|vec[234]|uniform|void)\b/.test(text);
const isLeftOut = (text: string) => isShader(text) && OF_LABELS.test(text) && !text.includes(COMPILED);

/** The pieces of shaders that are left out of a file of Sigma's, as literals. */
export const leftOutOf = (code: string) => (code.match(LITERAL) ?? []).filter(isLeftOut);

/**
 * Sigma's shaders come with their comments and indentation, which are a tenth of all that a page fetches to
 * draw. Line ends stay, as directives need them. Those that write labels go: the picture writes them by itself, and
 * has Sigma compile none of them.
 */
function slimShaders(): Plugin {
  const slim = (text: string) =>
    text
      .replaceAll(/\/\*.*?\*\//g, ' ')
      .replaceAll(/[ \t]*\/\/(?:(?!\\n).)*(?=\\n)/g, '')
      .replaceAll(/\\n[ \t]+/g, '\\n')
      .replaceAll(/(?:\\n){2,}/g, '\\n');
  return {
    name: 'slim-shaders',
    apply: 'build',
    transform: {
      filter: { id: /\/sigma\/.*\.js$/ },
      handler: (code) =>
        code.replaceAll(LITERAL, (text) => {
          if (isLeftOut(text)) return '""';
          return isShader(text) ? slim(text) : text;
        }),
    },
  };
}

/** The contract's schemas also describe themselves as JSON Schema, which only the server does with them. */
function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    apply: 'build',
    load: {
      filter: { id: /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/ },
      handler: (id) => {
        const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)];
        return names.map(([, name]) => `export const ${name} = () => undefined;`).join('\n');
      },
    },
  };
}

/** The solver names a module of Node that it asks for only there. */
function withoutNode(): Plugin {
  return {
    name: 'without-node',
    enforce: 'pre',
    resolveId: { filter: { id: /^node:module$/ }, handler: () => '\0node:module' },
    load: { filter: { id: /^\0node:module$/ }, handler: () => 'export const createRequire = undefined;' },
  };
}

/** What both pages draw with, what the explorer begins with, and what is an embed's own. */
const [DRAWING, EXPLORER] = [/\/client\/(?:embed\/main|renderer\/mount)\.ts$/, /\/client\/main\.tsx$/];
const EMBED = /\/client\/embed\//;

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** Whether a start needs a module, at once or, if asked, also later. */
function isNeededBy(start: RegExp, id: string, context: Context, later = false): boolean {
  const seen = new Set<string>();
  const leadsBack = (module: string): boolean => {
    if (start.test(module)) return true;
    if (seen.has(module)) return false;
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
  plugins: [react(), slimShaders(), withoutJsonSchema(), compressAhead()],
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    rolldownOptions: {
      // How long plugins took is nothing for whoever starts the product.
      checks: { pluginTimings: false },
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
    // All browsers with WebGL 2 and modules of today preload by themselves.
    modulePreload: { polyfill: false },
    // What draws is that large, and needed at once.
    chunkSizeWarningLimit: 700,
    // The content security policy lets no font come from a data: address.
    assetsInlineLimit: 0,
  },
  worker: {
    // What only some layouts need is fetched by the worker when they are asked for.
    format: 'es',
    plugins: () => [withoutNode()],
    rolldownOptions: { checks: { pluginTimings: false } },
  },
}));
