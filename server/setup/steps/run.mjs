import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a program to its end, its output shown, without stack traces; what stops us stops it.
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when it could not be run or was ended by a signal
 */
export function run(command, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: ['inherit', 'inherit', 'pipe'], ...options });
    if (child.stderr) tellPlainly(child.stderr);
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const settle = (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`${command} could not be run: ${error.message}\n`);
      settle(1);
    });
    // Not at its exit: what it said last may still be on the way.
    child.once('close', (code, signal) => settle(signal ? 1 : (code ?? 1)));
  });
}

/** Lines of a stack trace, and what Node says after one. */
const TRACE = /^\s+at\s.*(:\d+:\d+\)?|\(native\)|<anonymous>\)?)$|^Node\.js v\d/;

/** What a program says of what went wrong, without where in its own code that was. */
function tellPlainly(stream) {
  createInterface({ input: stream }).on('line', (line) => {
    if (!TRACE.test(line)) process.stderr.write(`${line}\n`);
  });
}

/**
 * Runs a JavaScript program with this Node.
 * @param {string} file
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runNode(file, parameters, options) {
  return run(process.execPath, [file, ...parameters], options);
}
