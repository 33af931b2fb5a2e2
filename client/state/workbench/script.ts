import { inPlace, type Part, scriptParts } from '../../../server/core/formats/script-parts.ts';

/** The statement of a script that an answer is of; the first where that is not in it any more. */
export function statementOf(script: string, answered: string | undefined): Part | undefined {
  const statements = scriptParts(script).filter(({ kind }) => kind === 'statement');
  return statements.find((part) => inPlace(part) === answered) ?? statements[0];
}

/** Whether a script still holds what was run of it, at its place; else what was said of that is about another text. */
export function stillHolds(script: string, ran: string): boolean {
  return scriptParts(script).some(
    (part) => (part.kind === 'command' ? `:${part.text}` : inPlace(part)) === ran,
  );
}

/**
 * Puts the Cypher of a script into another form and leaves its commands as they are, which no tool for Cypher reads.
 *
 * @param caret Where the caret is, in characters.
 * @param format Does that to Cypher without commands, and says where the caret is then.
 */
export function formatted(
  script: string,
  caret: number,
  format: (cypher: string, caret: number) => { text: string; at: number },
): { text: string; at: number } {
  let [text, at, from] = ['', 0, 0];
  const add = (piece: string, end: number, own: (local: number) => number) => {
    if (text && piece) text += '\n';
    if (caret >= from) at = text.length + own(Math.min(caret, end) - from);
    text += piece;
    from = end;
  };
  const addCypher = (end: number) => {
    const cypher = script.slice(from, end);
    if (!cypher.replaceAll(/[\s;]+/g, '')) return add('', end, () => 0);
    const skipped = /^[\s;]*/.exec(cypher)?.[0].length ?? 0;
    const done = format(cypher.slice(skipped), Math.max(0, Math.min(caret - from, cypher.length) - skipped));
    add(done.text, end, () => done.at);
  };
  for (const { kind, at: begin, text: command } of scriptParts(script)) {
    if (kind === 'statement') continue;
    addCypher(begin);
    add(`:${command}`, begin + 1 + command.length, (local) => local);
  }
  addCypher(script.length);
  return { text, at };
}

/** A script with blanks in the place of its commands, for what reads Cypher alone. */
export function withoutCommands(script: string): string {
  return scriptParts(script)
    .filter(({ kind }) => kind === 'command')
    .reduce((text, { at, text: { length } }) => {
      const end = at + 1 + length;
      return text.slice(0, at) + ' '.repeat(end - at) + text.slice(end);
    }, script);
}
