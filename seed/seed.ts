import { EntenteError, type ErrorDetail } from '../server/core/model/errors.ts';
import type { Database } from '../server/database/port.ts';
import type { Statements } from '../server/statements/load.ts';
import type { DataSet } from './data-set.ts';
import { type LoadOptions, loadDataSet } from './load.ts';
import type { Plan } from './plan.ts';
import { readDataSet } from './read.ts';
import { validateDataSet } from './validate.ts';

/** The folder of the built-in data set, under `seed/data`. */
export const BUILT_IN_SET = 'nato-2025-12';

/**
 * Reads and checks the data set in a folder.
 * @param warn is told of everything that looks wrong in a faultless set though it may be meant
 * @throws EntenteError `invalid_request` with every problem, each with file, line and remedy
 */
export function openDataSet(folder: string, warn: (warning: ErrorDetail) => void = () => {}): DataSet {
  const { dataSet, problems, warnings } = validateDataSet(readDataSet(folder));
  warnings.forEach(warn);
  if (dataSet) return dataSet;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  throw new EntenteError('invalid_request', `The data set in ${folder} has ${count}; nothing was written.`, {
    details: problems,
  });
}

/** Checks the data set in a folder, then makes the database hold it. See {@link loadDataSet}. */
export async function seedFolder(
  database: Database,
  statements: Statements,
  folder: string,
  options: LoadOptions = {},
): Promise<{ dataSet: DataSet; plan: Plan }> {
  const dataSet = openDataSet(folder);
  return { dataSet, plan: await loadDataSet(database, statements, dataSet, options) };
}
