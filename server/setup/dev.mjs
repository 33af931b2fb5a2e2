// What `npm run dev` runs: the page by Vite with hot reload, behind it the server, restarted on change, and what the
// server gives out as it is built, built anew on change.
import './steps/plain-end.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watchBuilds } from './steps/dev-builds.mjs';
import { prepare } from './steps/prepare.mjs';
import { inProject, PROJECT } from './steps/project.mjs';

await prepare({ built: false });

const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 4400);
// Not `dist`, which holds what `npm start` has built.
const built = inProject('node_modules', '.cache', 'entente', 'page');
const server = spawn(
  process.execPath,
  [
    inProject('node_modules/tsx/dist/cli.mjs'),
    'watch',
    '--clear-screen=false',
    inProject('server/setup/steps/dev-server.ts'),
  ],
  {
    cwd: PROJECT,
    // In a group of its own: only what is sent below reaches it, so that a restart and the end differ.
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port + 1),
      ENTENTE_RELOADING: '1',
      ENTENTE_DEVELOPMENT_PAGE: built,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
const ended = once(server, 'exit');

const { createServer } = await import('vite');
const page = await createServer({
  configFile: inProject('client/vite.config.ts'),
  root: inProject('client'),
  server: {
    host,
    port,
    strictPort: true,
    proxy: Object.fromEntries(
      // An embed is the built page, as its text comes from the server; so is what goes into files.
      [
        ...['/api', '/docs', '/health', '/metrics', '/oembed', '^/embed(\\?.*)?$'],
        ...['^/embed[.](js$|svg)', '/assets', '/take-away/take-away.json'],
      ].map((path) => [path, `http://127.0.0.1:${port + 1}`]),
    ),
  },
});
try {
  await page.listen();
} catch (error) {
  server.kill('SIGINT');
  process.stderr.write(`The page cannot be served: ${error.message}. Set PORT to another port, or HOST.\n`);
  process.exit(1);
}
process.stdout.write(`The page, reloading as you edit, is at http://${host}:${port}\n`);
const builds = watchBuilds(built);

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  // First, as Vite ends this process by itself once its own page is closed.
  server.kill('SIGINT');
  await Promise.all([page.close(), builds.then((running) => running.close())]);
  await ended;
  process.exit(0);
}
process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end);
ended.then(end);
