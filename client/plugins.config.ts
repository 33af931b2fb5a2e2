import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, deflateSync } from 'node:zlib';
import type { Plugin } from 'vite';

/**
 * Lays a brotli form beside every text file, as small as it gets: made once here, where the server would
 * make a larger one for every reader.
 */
export function compressAhead(): Plugin {
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

/** The solver and SQLite name modules of Node that they ask for only there. */
function withoutNode(): Plugin {
  return {
    name: 'without-node',
    enforce: 'pre',
    resolveId: { filter: { id: /^node:(?:module|fs|crypto)$/ }, handler: () => '\0of-node' },
    load: { filter: { id: /^\0of-node$/ }, handler: () => 'export const createRequire = undefined;' },
  };
}

/**
 * Files that a module asks for with `?packed` lie compressed, and the page unpacks them: no host compresses
 * WebAssembly ahead, and many not at all.
 */
function packedFiles(): Plugin {
  let isBuild = true;
  return {
    name: 'packed-files',
    enforce: 'pre',
    configResolved: ({ command }) => {
      isBuild = command === 'build';
    },
    resolveId: {
      filter: { id: /\?packed$/ },
      async handler(id, importer) {
        const found = await this.resolve(id.replace(/\?packed$/, ''), importer);
        return found && `\0packed:${found.id}`;
      },
    },
    load: {
      filter: { id: /^\0packed:/ },
      handler(id) {
        const path = id.slice('\0packed:'.length);
        if (!isBuild) return `export { default } from ${JSON.stringify(`${path}?url`)};`;
        const source = deflateSync(readFileSync(path), { level: 9 });
        const file = this.emitFile({ type: 'asset', name: `${basename(path)}.deflate`, source });
        return `export default import.meta.ROLLUP_FILE_URL_${file};`;
      },
    },
  };
}

/** SQLite comes with its WebAssembly in its script, for Node; a page fetches it apart. */
function sqliteApart(): Plugin {
  return {
    name: 'sqlite-apart',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^sql\.js\/dist\/sql-wasm-inline\.js$/ },
      handler: () => join(import.meta.dirname, 'workers/sqlite.ts'),
    },
  };
}

/** The page lists measures and has workers take them: what takes them, which modules fetch when asked, is left out of it. */
export function withoutMeasuring(): Plugin {
  return {
    name: 'without-measuring',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/server\/core\/measures\/(?:nodes|signed)\/[\w-]+\.ts$/ },
      handler: (code) => ({
        code: code.replaceAll(/\bimport\('\.[^']+'\)/g, "Promise.reject(Error('Workers measure.'))"),
        map: null,
      }),
    },
  };
}

/** The contract describes its fields for the reference, which the server writes: a page would only carry the words. */
export function withoutDescriptions(): Plugin {
  return {
    name: 'without-descriptions',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/server\/core\/.*\.ts$/ },
      handler: (code) => ({
        code: code.replaceAll(
          /(?<=z\.describe\()\s*(?:'(?:[^'\\]|\\.)*'|"[^"]*"|`[^`$]*`),?\s*(?=\))/g,
          "''",
        ),
        map: null,
      }),
    },
  };
}

/** What builds of pages and of workers both need. */
export const forWorkers = (): Plugin[] => [withoutNode(), packedFiles(), sqliteApart()];
