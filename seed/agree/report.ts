import type {
  CoderAgreement,
  Disagreement,
  Estimate,
  VariableAgreement,
} from '../../server/core/measures/coders/compare.ts';
import { CODED_VARIABLES, type CodedStatement } from '../../server/core/measures/coders/statements.ts';
import { maxOf } from '../../server/core/numbers/extremes.ts';
import { amount } from '../../server/core/words/words.ts';

/** The heads of a table of figures. */
export const FIGURES = ['variable', 'agreement', "Cohen's kappa", "Krippendorff's alpha"];

/** The figures of a variable, as a table shows them. */
export function figuresOf({ variable, agreement, kappa, alpha }: VariableAgreement): string[] {
  return [
    variable === 'type' ? 'relationship type' : variable,
    agreement === undefined ? 'none' : `${(100 * agreement).toFixed(1)} %`,
    inWords(kappa),
    inWords(alpha),
  ];
}

function inWords({ value, interval }: Estimate): string {
  if (value === undefined) return 'not defined';
  const figure = (each: number) => each.toFixed(3).replace('-', '−');
  return interval ? `${figure(value)} [${figure(interval.low)}, ${figure(interval.high)}]` : figure(value);
}

/** What both codings hold, in a sentence or two. */
export function foundInWords({ statements, found }: CoderAgreement): string {
  const { a, b, matched, onlyA, onlyB } = statements;
  const share = found === undefined ? '' : ` (Dice's coefficient ${found.toFixed(3)})`;
  return `${amount(a, 'statement')} in A, ${b} in B. Both found ${matched}${share}; only A ${onlyA}, only B ${onlyB}.`;
}

/** The heads of a table of disagreements. */
export const COLUMNS = [
  'kind',
  'differing',
  'source',
  ...['A', 'B'].flatMap((each) => [
    `${each}: id`,
    ...CODED_VARIABLES.map((variable) => `${each}: ${variable}`),
    `${each}: place`,
    `${each}: quotation`,
  ]),
];

/** A disagreement as a line of such a table. */
export function cellsOf({ a, b, variables }: Disagreement): string[] {
  const kind = a && b ? 'coded differently' : a ? 'only in A' : 'only in B';
  return [kind, variables.join(' '), (a ?? b)?.source ?? '', ...statementCells(a), ...statementCells(b)];
}

function statementCells(statement: CodedStatement | undefined): string[] {
  if (!statement) return Array(CODED_VARIABLES.length + 3).fill('');
  const { id, shown, quotation } = statement;
  return [id, ...CODED_VARIABLES.map((variable) => shown[variable]), placeOf(statement), quotation];
}

/** Where a statement stands in its document. */
export function placeOf({ span, paragraph }: CodedStatement): string {
  if (span) return `characters ${span[0]} to ${span[1]}`;
  return paragraph === '' ? '' : `paragraph ${paragraph}`;
}

const TERMINAL = 20;

/** The report as a terminal shows it: figures, and the first disagreements. */
export function reportText(agreement: CoderAgreement): string {
  const table = [FIGURES, ...agreement.variables.map(figuresOf)];
  const widths = FIGURES.map((_, at) => maxOf(table.map((row) => row[at]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const { disagreements } = agreement;
  const rest = disagreements.length - TERMINAL;
  return [
    foundInWords(agreement),
    '',
    ...lines,
    '',
    `${amount(disagreements.length, 'disagreement')}:`,
    ...disagreements.slice(0, TERMINAL).map(disagreementLine),
    ...(rest > 0 ? [`… and ${rest} more; --csv FILE or --page FILE has them all.`] : []),
  ].join('\n');
}

function disagreementLine({ a, b, variables }: Disagreement): string {
  if (!a || !b) {
    const only = (a ?? b) as CodedStatement;
    return `  only in ${a ? 'A' : 'B'}: ${sentence(only)}`;
  }
  const each = variables.map((variable) => `${variable}: ${a.shown[variable]} | ${b.shown[variable]}`);
  return `  ${[a.source, placeOf(a) || a.id].filter(Boolean).join(', ')}: ${each.join('; ')}`;
}

function sentence({ shown, source, quotation }: CodedStatement): string {
  const words = quotation === '' ? '' : ` (“${quotation.slice(0, 60)}${quotation.length > 60 ? '…' : ''}”)`;
  return `${[`${shown.actor} → ${shown.issue}`, shown.sign, source].filter(Boolean).join(', ')}${words}`;
}
