// What `npm run bench` runs: packages, build, then the measurements with the arguments given.
import './plain-end.mjs';
import { pathToFileURL } from 'node:url';
import { prepare } from './prepare.mjs';
import { inProject } from './project.mjs';
import { runNode } from './run.mjs';

await prepare({ built: true });
process.exitCode = await runNode(inProject('node_modules/tsx/dist/cli.mjs'), [
  `--import=${pathToFileURL(inProject('server/setup/plain-end.mjs'))}`,
  inProject('tests/bench/main.ts'),
  ...process.argv.slice(2),
]);
