// Runs one of the commands whose result alone goes to standard output: packages, build, then the command with the
// arguments given.
import './plain-end.mjs';
import { inProject } from './project.mjs';
import { runNode } from './run.mjs';

/**
 * @param {string} module The built module of the command, within `dist`; its `main` takes the arguments and gives the
 *   exit code.
 */
export async function runCommand(module) {
  // Whatever the set-up has to say goes beside the result.
  const { stderr } = process;
  const code = await runNode(inProject('server/setup/steps/prepare.mjs'), [], {
    stdio: ['inherit', stderr, stderr],
  });
  if (code !== 0) {
    process.exitCode = code;
    return;
  }
  const { main } = await import(`../../../dist/${module}`);
  process.exitCode = await main(process.argv.slice(2));
}
