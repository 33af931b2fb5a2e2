import { parseArgs } from 'node:util';
import { EntenteError, type ErrorDetail } from '../../server/core/model/errors.ts';
import type { Missing } from '../../server/core/reading/network.ts';

export const IMPORT_USAGE = `Reads files of others into the configured database, all of them or nothing.

  npm run import -- FILE…                       several files make one network: nodes and edges, say
  npm run import -- FILE --dry-run              only check, and say what was understood
  npm run import -- FILE --dry-run --json       the same as one JSON object

Options
  --map FILE           a mapping: what the columns of tables mean (YAML)
  --save-map FILE      writes the mapping that was used, to be corrected and given back
  --set ID             the id of the data set (the name of the first file). What it had loaded is replaced
  --prefix TEXT        goes before the ids of nodes, where two sets have the same ones
  --missing CHOICE     edges to nodes that the file does not declare: skip (the default), make them, or stop
  --encoding NAME      of text that does not declare its own, such as windows-1250
  --dry-run            writes nothing, and needs no database
  --json               prints one JSON object and nothing else; with --dry-run only
  --help

CSV, TSV, XLSX, ODS, GEXF, GraphML, GML, Pajek, UCINET DL, JSON (graphology, node-link, Cytoscape), JSON Lines and
DNA are recognised by their content, also packed as .gz or .zip. The database is the one NEO4J_URI names, else the
managed one.
`;

export interface ImportRequest {
  files: string[];
  map?: string;
  saveMap?: string;
  set?: string;
  prefix: string;
  missing?: Missing;
  encoding?: string;
  dryRun: boolean;
  json: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  ...{ map: text, 'save-map': text, set: text, prefix: text, missing: text, encoding: text },
  ...{ 'dry-run': flag, json: flag },
  help: { type: 'boolean', short: 'h' },
} as const;

export const BAD_COMMAND = 'The command cannot be read. See npm run import -- --help.';
const SET = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Reads what stands after the command's name; undefined when help is asked for.
 * @throws EntenteError `invalid_request` naming the option and what it takes
 */
export function readImportRequest(args: string[]): ImportRequest | undefined {
  const { values, positionals: files } = parsed(args);
  if (values.help) return undefined;
  if (files.length === 0) throw refused({ path: 'FILE', message: 'is missing; name at least one file.' });
  const { map, 'save-map': saveMap, set, encoding } = values;
  if (set !== undefined && !SET.test(set))
    throw refused({
      path: '--set',
      message: `is "${set}"; it takes small letters, digits and hyphens, such as my-set.`,
    });
  if (values.json && !values['dry-run'])
    throw refused({ path: '--json', message: 'goes with --dry-run only; add it.' });
  return {
    ...{ files, prefix: values.prefix ?? '', dryRun: values['dry-run'] === true, json: values.json === true },
    ...(map !== undefined && { map }),
    ...(saveMap !== undefined && { saveMap }),
    ...(set !== undefined && { set }),
    ...(encoding !== undefined && { encoding: known(encoding) }),
    ...(values.missing !== undefined && { missing: choice(values.missing) }),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw refused({ path: '', message: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}

function choice(given: string): Missing {
  const found = (['skip', 'make', 'stop'] as const).find((each) => each === given);
  if (found) return found;
  throw refused({ path: '--missing', message: `is "${given}"; it takes skip, make or stop.` });
}

function known(encoding: string): string {
  try {
    return new TextDecoder(encoding).encoding;
  } catch (cause) {
    const message = `is "${encoding}", which is no encoding; write utf-8, windows-1252 or windows-1250, say.`;
    throw refused({ path: '--encoding', message }, cause);
  }
}

function refused(detail: ErrorDetail, cause?: unknown): EntenteError {
  return new EntenteError('invalid_request', BAD_COMMAND, { details: [detail], cause });
}
