// What `npm run check` runs: types, then lint and format.
import './steps/plain-end.mjs';
import { pathToFileURL } from 'node:url';
import { prepare } from './steps/prepare.mjs';
import { inProject, PROJECT } from './steps/project.mjs';
import { run, runNode } from './steps/run.mjs';

/**
 * Runs the checks and shows what they find.
 * @returns {Promise<{ passed: number; failed: number }>}
 */
export async function check() {
  const checks = [
    ['Types', () => runNode(inProject('node_modules/typescript/bin/tsc'), ['-p', PROJECT])],
    ['Lint and format', () => run(...biome(), { cwd: PROJECT })],
  ];
  let failed = 0;
  for (const [name, work] of checks) {
    const code = await work();
    process.stdout.write(`${name}: ${code === 0 ? 'passed' : 'failed'}\n`);
    if (code !== 0) failed += 1;
  }
  return { passed: checks.length - failed, failed };
}

function biome() {
  return [process.execPath, [inProject('node_modules/@biomejs/biome/bin/biome'), 'check', '.']];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await prepare({ built: false });
  const { failed } = await check();
  process.exitCode = failed > 0 ? 1 : 0;
}
