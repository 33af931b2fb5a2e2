// What `npm run import` runs: packages, build, then the command with the arguments given.
import './steps/plain-end.mjs';
import { inProject } from './steps/project.mjs';
import { runNode } from './steps/run.mjs';

// Standard output is for the result alone; whatever the set-up has to say goes beside it.
const { stderr } = process;
const code = await runNode(inProject('server/setup/steps/prepare.mjs'), [], {
  stdio: ['inherit', stderr, stderr],
});
if (code === 0) {
  const { main } = await import('../../dist/seed/import/main.js');
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.exitCode = code;
}
