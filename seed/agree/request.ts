import { parseArgs } from 'node:util';
import { EntenteError, type ErrorDetail } from '../../server/core/model/errors.ts';

export const AGREE_USAGE = `Says how far two codings of the same documents agree, and where they do not.

  npm run agree -- SET-A SET-B                  two data sets (folders) or files, such as .dna
  npm run agree -- FILE --coder-a Ada --coder-b Ben      two coders of one

Options
  --coder-a NAME       of the first only what NAME coded
  --coder-b NAME       of the second only what NAME coded
  --csv FILE           writes every disagreement as a table
  --page FILE          writes figures and disagreements as one HTML page
  --json               prints one JSON object and nothing else
  --samples N          draws for the intervals, 0 to 100000 (1000)
  --seed N             of these draws, a whole number (1); the same one gives the same intervals
  --help

Statements are matched where their quotations overlap, else by paragraph and by actor or issue. On those that both found
it gives the share of equal codes, Cohen's kappa and Krippendorff's alpha (nominal), with intervals at 95 %, for actor,
issue, relationship type, sign and modality. No database is needed, and nothing is loaded.
`;

export interface AgreeRequest {
  a: Coding;
  b: Coding;
  csv?: string;
  page?: string;
  json: boolean;
  samples: number;
  seed: number;
}

/** Where a coding is read from, and whose it is. */
export interface Coding {
  path: string;
  coder?: string;
}

const text = { type: 'string' } as const;
const OPTIONS = {
  ...{ 'coder-a': text, 'coder-b': text, csv: text, page: text, samples: text, seed: text },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const BAD_COMMAND = 'The command cannot be read. See npm run agree -- --help.';

/**
 * Reads what stands after the command's name; undefined when help is asked for.
 * @throws EntenteError `invalid_request` naming the option and what it takes
 */
export function readAgreeRequest(args: string[]): AgreeRequest | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  const [first, second = first] = positionals;
  if (first === undefined || second === undefined || positionals.length > 2)
    throw refused('SET', `${positionals.length} are given; name two, or one with --coder-a and --coder-b.`);
  const [coderA, coderB] = [values['coder-a'], values['coder-b']];
  if (positionals.length === 1 && (coderA === undefined || coderB === undefined || coderA === coderB))
    throw refused('SET', 'Name a second one to compare with, or two coders by --coder-a and --coder-b.');
  const { csv, page } = values;
  return {
    a: { path: first, ...(coderA !== undefined && { coder: coderA }) },
    b: { path: second, ...(coderB !== undefined && { coder: coderB }) },
    ...(csv !== undefined && { csv }),
    ...(page !== undefined && { page }),
    json: values.json === true,
    samples: whole('--samples', values.samples ?? '1000', 100_000),
    seed: whole('--seed', values.seed ?? '1', 2 ** 31 - 1),
  };
}

function whole(path: string, given: string, most: number): number {
  if (/^\d{1,10}$/.test(given) && Number(given) <= most) return Number(given);
  throw refused(path, `is "${given}"; it takes a whole number from 0 to ${most}.`);
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw refused('', cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function refused(path: string, message: string, cause?: unknown): EntenteError {
  const details: ErrorDetail[] = [{ path, message }];
  return new EntenteError('invalid_request', BAD_COMMAND, { details, cause });
}
