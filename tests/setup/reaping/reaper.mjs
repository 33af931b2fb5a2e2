// Waits for whoever started it to be gone, however that comes about, and ends what was left running on a folder.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const [folder] = process.argv.slice(2);
// Ctrl+C in a terminal reaches this one as well; it has to outlive the others.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
let told = '';
process.stdin
  .on('end', reap)
  .on('error', reap)
  .on('data', (chunk) => {
    told += chunk;
  });

/** Servers first, so that none starts a database anew; a server and a database write down who they are. */
function reap() {
  // One that was started a moment ago has written down nothing yet.
  for (const line of told.split('\n').filter(Boolean)) endOne(line);
  for (const name of ['owner.lock', 'running.json']) for (const file of filesNamed(name)) end(file);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  process.exit(0);
}

function filesNamed(name) {
  try {
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return all.filter((file) => basename(file) === name).map((file) => join(folder, file));
  } catch {
    return [];
  }
}

function end(file) {
  try {
    endOne(readFileSync(file, 'utf8'));
  } catch {
    // It is gone.
  }
}

function endOne(text) {
  try {
    const { pid, identity } = JSON.parse(text);
    if (isOf(pid, identity)) process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already, which is what is wanted.
  }
}

/** Whether the number still is that of the process which was meant; the identity ends in its start time. */
function isOf(pid, identity) {
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() === identity;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return identity.endsWith(` ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`);
}
