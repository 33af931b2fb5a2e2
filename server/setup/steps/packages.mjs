import { existsSync, readFileSync, statSync } from 'node:fs';
import { inProject, PROJECT } from './project.mjs';
import { run } from './run.mjs';

const LEAST_NODE = [20, 19];

/** Ends with a plain message when this Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  process.stderr.write(
    `Entente needs Node ${LEAST_NODE.join('.')} or later; this is ${process.versions.node}. Get one from https://nodejs.org.\n`,
  );
  process.exit(1);
}

/** Installs the packages of the lock file, unless they are there. Ends the process when that fails. */
export async function installPackages() {
  if (arePackagesCurrent()) return;
  process.stdout.write('Installing packages …\n');
  const parameters = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  if (process.env.ENTENTE_OFFLINE === 'true') parameters.push('--offline');
  const code = await runNpm(parameters);
  if (code === 0) return;
  process.stderr.write('The packages could not be installed; npm says why above.\n');
  process.exit(1);
}

/** npm writes its own copy of the lock file last, so it tells a whole install from one cut short. */
function arePackagesCurrent() {
  const lock = inProject('package-lock.json');
  const installed = inProject('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  // A checkout touches the lock file without changing it: then what it names is what is installed.
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, each]) => path === '' || each.optional || present[path]?.version === each.version,
  );
}

function runNpm(parameters) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js'))
    return run(process.execPath, [npm, ...parameters], { cwd: PROJECT, stdio: 'inherit' });
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', parameters, { cwd: PROJECT, shell: windows, stdio: 'inherit' });
}
