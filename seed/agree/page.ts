import type { CoderAgreement, Disagreement } from '../../server/core/measures/coders/compare.ts';
import {
  CODED_VARIABLES,
  type CodedStatement,
  type CodedVariable,
} from '../../server/core/measures/coders/statements.ts';
import { escapeHtml } from '../../server/core/words/html.ts';
import { FIGURES, figuresOf, foundInWords, placeOf } from './report.ts';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 600; padding-block: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .8rem; border-bottom: 1px solid; }
mark { font-weight: 600; }
blockquote { margin: .3rem 0 0; padding-inline-start: .8rem; border-inline-start: 2px solid; }`;

/**
 * The comparison as one page that needs nothing else: figures, and every disagreement with what both coders quoted.
 * @param names of what was compared
 */
export function agreementPage(agreement: CoderAgreement, names: { a: string; b: string }): string {
  const title = `Agreement of ${names.a} and ${names.b}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>A is ${escapeHtml(names.a)}, B is ${escapeHtml(names.b)}. ${escapeHtml(foundInWords(agreement))}</p>
<p>Kappa and alpha say how far two coders agree beyond chance, of nominal values: 1 is agreement throughout, 0 what
chance gives. In brackets are intervals at 95 %.</p>
${table(
  'Statements that both found',
  FIGURES,
  agreement.variables.map((each) => figuresOf(each).map(escapeHtml)),
)}
${table('Disagreements', ['', 'A', 'B'], agreement.disagreements.map(disagreement))}
</body>
</html>
`;
}

/** @param rows cells as markup */
function table(caption: string, heads: readonly string[], rows: readonly string[][]): string {
  const head = heads.map((each) => `<th scope="col">${escapeHtml(each)}</th>`).join('');
  const body = rows
    .map(([first = '', ...rest]) => {
      const cells = rest.map((cell) => `<td>${cell}</td>`).join('');
      return `<tr><th scope="row">${first}</th>${cells}</tr>`;
    })
    .join('\n');
  return `<div class="wide" role="region" aria-label="${escapeHtml(caption)}" tabindex="0">
<table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>`;
}

function disagreement({ a, b, variables }: Disagreement): string[] {
  const kind = a && b ? `Differ in ${variables.join(', ')}` : `Only in ${a ? 'A' : 'B'}`;
  const source = (a ?? b)?.source ?? '';
  return [`${kind}<br>${escapeHtml(source)}`, statement(a, variables), statement(b, variables)];
}

/** Marked where the two differ. */
function statement(given: CodedStatement | undefined, differing: readonly CodedVariable[]): string {
  if (!given) return 'not coded';
  const values = CODED_VARIABLES.map((variable) => {
    const value = escapeHtml(given.shown[variable]);
    return `${variable}: ${differing.includes(variable) ? `<mark>${value}</mark>` : value}`;
  });
  const quotation = given.quotation && `<blockquote>${escapeHtml(given.quotation)}</blockquote>`;
  return [values.join('<br>'), escapeHtml(placeOf(given)), quotation].filter(Boolean).join('<br>');
}
