const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A text that no spreadsheet takes for a formula: what begins with = + - @, tab or carriage return gets an
 * apostrophe before it, numbers excepted. See OWASP, "CSV Injection".
 */
export function neutralised(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** How a CSV file begins: without it spreadsheets take its letters for those of an old code page. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A cell of a CSV file (RFC 4180), safe to open in a spreadsheet. */
export function csvCell(text: string): string {
  const safe = neutralised(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of cells, of which some may hold nothing; an empty text is told apart from that. */
export function csvLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map((text) => (text === '' ? '""' : csvCell(text ?? ''))).join(',')}\r\n`;
}

/** Lines of cells as a CSV file. */
export function csvLines(lines: Iterable<readonly string[]>): string {
  let text = '';
  for (const line of lines) text += `${line.join(',')}\r\n`;
  return text;
}
