import { existsSync, statSync } from 'node:fs';
import { type CodedStatement, statementsOf } from '../../server/core/measures/coders/statements.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import type { Stored } from '../../server/core/model/stored.ts';
import { readFiles } from '../../server/core/reading/read.ts';
import { storedNetwork } from '../../server/core/reading/stored.ts';
import { openFiles } from '../import/files.ts';
import { toStored } from '../plan.ts';
import { openDataSet } from '../seed.ts';
import type { Coding } from './request.ts';

/**
 * The statements of a data set or of a file, of one coder where one is named.
 * @throws EntenteError `invalid_request` for what cannot be read, and for a coder who coded nothing of it
 */
export async function readCoding({ path, coder }: Coding): Promise<CodedStatement[]> {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const stored = isFolder ? toStored(openDataSet(path)) : await ofFile(path);
  const statements = statementsOf(stored, coder);
  if (statements.length > 0 || coder === undefined) return statements;
  const known = [...new Set(stored.edges.flatMap(({ properties }) => String(properties.coder ?? '') || []))];
  const message =
    known.length > 0
      ? `coded nothing; those who did are ${known.join(', ')}.`
      : 'coded nothing; no edge says who coded it (property "coder").';
  throw new EntenteError('invalid_request', `There is nothing to compare in ${path}.`, {
    details: [{ path: coder, message }],
  });
}

async function ofFile(path: string): Promise<Stored> {
  return storedNetwork(await readFiles(openFiles([path])), { set: 'coding', prefix: '' });
}
