import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, its output shown; what stops us stops it.
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when it could not be run or was ended by a signal
 */
export function run(command, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: 'inherit', ...options });
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
    child.once('exit', (code, signal) => settle(signal ? 1 : (code ?? 1)));
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
