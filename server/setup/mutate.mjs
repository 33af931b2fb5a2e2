// What `npm run mutate` runs: changes the core in every small way and names the changes that no test notices. It takes
// hours over all of it; a part is named as in `npm run mutate -- -m 'server/core/looks/*.ts'`.
import './steps/plain-end.mjs';
import { prepare } from './steps/prepare.mjs';
import { inProject, PROJECT } from './steps/project.mjs';
import { runNode } from './steps/run.mjs';

await prepare({ built: false });
process.exitCode = await runNode(
  inProject('node_modules/@stryker-mutator/core/bin/stryker.js'),
  ['run', inProject('tests/mutate/stryker.config.json'), ...process.argv.slice(2)],
  { cwd: PROJECT },
);
