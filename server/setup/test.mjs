// What `npm test` runs, on a fresh clone as later: packages, build, browser, then every check and test.
import './steps/plain-end.mjs';
import { check } from './check.mjs';
import { haveBrowser } from './steps/install-browser.mjs';
import { prepare } from './steps/prepare.mjs';
import { inProject, PROJECT } from './steps/project.mjs';
import { runNode } from './steps/run.mjs';

await prepare({ built: true });
const browser = await haveBrowser();
if (!browser) process.stdout.write('There is no browser; what needs one is skipped (under CI it fails).\n');
const checks = await check();
const code = await runNode(inProject('node_modules/vitest/vitest.mjs'), ['run', ...process.argv.slice(2)], {
  cwd: PROJECT,
  // A developer wants to see where a test failed.
  stdio: 'inherit',
  env: {
    ...process.env,
    ...(browser && { ENTENTE_BROWSER: browser }),
    // Counted with the tests, so that the last line tells all.
    ENTENTE_CHECKS: `${checks.passed},${checks.failed}`,
  },
});
process.exitCode = code !== 0 || checks.failed > 0 ? 1 : 0;
