// What `npm run bench` runs: packages, build, then the measurements with the arguments given.
import './steps/plain-end.mjs';
import { pathToFileURL } from 'node:url';
import { prepare } from './steps/prepare.mjs';
import { inProject } from './steps/project.mjs';
import { runNode } from './steps/run.mjs';

await prepare({ built: true });
process.exitCode = await runNode(inProject('node_modules/tsx/dist/cli.mjs'), [
  `--import=${pathToFileURL(inProject('server/setup/steps/plain-end.mjs'))}`,
  inProject('tests/bench/main.ts'),
  ...process.argv.slice(2),
]);
