import { EntenteError } from './core/model/errors.ts';

/**
 * Tells a person at the terminal why a command did not do its work, each place on a line of its own.
 *
 * @returns what was told, by which the command ends
 * @throws whatever is no EntenteError: a fault of ours, which is told elsewhere
 */
export function tellFault(error: unknown): EntenteError {
  if (!(error instanceof EntenteError)) throw error;
  process.stderr.write(`${error.message}\n`);
  for (const { path, message } of error.details) process.stderr.write(`  ${path} ${message}\n`);
  return error;
}
