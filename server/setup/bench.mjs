// What `npm run bench` runs: packages, build, then the measurements with the arguments given.
import { prepare } from './prepare.mjs';
import { inProject } from './project.mjs';
import { runNode } from './run.mjs';

await prepare({ built: true });
process.exitCode = await runNode(inProject('node_modules/tsx/dist/cli.mjs'), [
  inProject('tests/bench/main.ts'),
  ...process.argv.slice(2),
]);
