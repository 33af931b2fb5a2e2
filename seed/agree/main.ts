import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { BYTE_ORDER_MARK, csvCell, csvLines } from '../../server/core/formats/csv-cell.ts';
import { type CoderAgreement, compareCodings } from '../../server/core/measures/coders/compare.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import { tellFault } from '../../server/tell-fault.ts';
import { agreementPage } from './page.ts';
import { readCoding } from './read-coding.ts';
import { COLUMNS, cellsOf, reportText } from './report.ts';
import { AGREE_USAGE, type AgreeRequest, BAD_COMMAND, type Coding, readAgreeRequest } from './request.ts';

/**
 * The command that compares two codings.
 * @param parameters what stands after the command's name
 * @returns the exit code: 0 when it compared, 1 when not, 2 for a command that cannot be read
 */
export async function main(parameters: string[]): Promise<number> {
  try {
    const request = readAgreeRequest(parameters);
    if (!request) {
      process.stdout.write(AGREE_USAGE);
      return 0;
    }
    await compare(request);
    return 0;
  } catch (error) {
    const told = tellFault(error);
    return told.message === BAD_COMMAND ? 2 : 1;
  }
}

async function compare(request: AgreeRequest): Promise<void> {
  const { a, b, csv, page, json } = request;
  const agreement = compareCodings(await readCoding(a), await readCoding(b), request);
  if (csv !== undefined) write(csv, tableOf(agreement));
  if (page !== undefined) write(page, agreementPage(agreement, { a: nameOf(a), b: nameOf(b) }));
  process.stdout.write(json ? `${JSON.stringify(printed(agreement))}\n` : `${reportText(agreement)}\n`);
}

function tableOf({ disagreements }: CoderAgreement): string {
  const lines = [COLUMNS, ...disagreements.map(cellsOf)].map((line) => line.map(csvCell));
  return BYTE_ORDER_MARK + csvLines(lines);
}

function printed({ disagreements, ...figures }: CoderAgreement): object {
  const one = (each: CoderAgreement['disagreements'][number]['a']) =>
    each && { id: each.id, source: each.source, ...each.shown };
  return {
    ...figures,
    disagreements: disagreements.map(({ a, b, variables }) => ({ variables, a: one(a), b: one(b) })),
  };
}

const nameOf = ({ path, coder }: Coding) =>
  coder === undefined ? basename(path) : `${coder} (${basename(path)})`;

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    const message = `cannot be written (${(cause as NodeJS.ErrnoException).code}); check the folder and its rights.`;
    throw new EntenteError('invalid_request', 'A file cannot be written.', {
      details: [{ path, message }],
      cause,
    });
  }
}
