import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, PROJECT } from './project.mjs';
import { runNode } from './run.mjs';

/** What the built files are made of; data and statements are read where they lie. */
const SOURCES = ['server', 'seed', 'client', 'tsconfig.json', 'package-lock.json'];
const STAMP = 'stamp';
/** Whatever the shell says: with another value libraries are built in as their developers need them. */
const PRODUCTION = { ...process.env, NODE_ENV: 'production' };

/**
 * Builds server and client into `dist`, unless that was done from these very sources.
 * What is half built lies elsewhere until it is whole. Ends the process when the build fails.
 */
export async function build() {
  const stamp = digestOfSources();
  if (builtFrom() === stamp) return;
  process.stdout.write('Building …\n');
  removeLeftovers();
  const folder = inProject(`.build-${randomBytes(4).toString('hex')}`);
  // Both inherit the terminal, so that their own messages are seen.
  const codes = await Promise.all([
    runNode(inProject('node_modules/typescript/bin/tsc'), [
      '-p',
      inProject('server/tsconfig.json'),
      '--outDir',
      folder,
    ]),
    runNode(
      inProject('node_modules/vite/bin/vite.js'),
      ['build', inProject('client'), '--outDir', join(folder, 'page'), '--logLevel', 'warn', '--emptyOutDir'],
      { cwd: inProject('client'), env: PRODUCTION },
    ),
  ]);
  // After the page, whose build empties its folder first.
  if (codes.every((code) => code === 0))
    codes.push(
      await runNode(
        inProject('node_modules/vite/bin/vite.js'),
        [
          'build',
          inProject('client/take-away'),
          '--outDir',
          join(folder, 'page/take-away'),
          '--logLevel',
          'warn',
        ],
        { cwd: inProject('client/take-away'), env: PRODUCTION },
      ),
    );
  if (codes.some((code) => code !== 0)) {
    rmSync(folder, { recursive: true, force: true });
    process.stderr.write('The build failed, as said above.\n');
    process.exit(1);
  }
  writeFileSync(join(folder, STAMP), stamp);
  rmSync(inProject('dist'), { recursive: true, force: true });
  renameSync(folder, inProject('dist'));
}

function builtFrom() {
  const file = inProject('dist', STAMP);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function removeLeftovers() {
  for (const name of readdirSync(PROJECT)) {
    if (name.startsWith('.build-')) rmSync(inProject(name), { recursive: true, force: true });
  }
}

function digestOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const entries = path.includes('.') ? undefined : readdirSync(inProject(path), { withFileTypes: true });
  if (!entries) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(inProject(path)))
      .update('\0');
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    // Data sets are read where they lie; hashing them would only cost time.
    if (inner === join('seed', 'data')) continue;
    if (entry.isDirectory()) addTo(hash, inner);
    else if (entry.isFile())
      hash
        .update(`${inner}\0`)
        .update(readFileSync(inProject(inner)))
        .update('\0');
  }
}
