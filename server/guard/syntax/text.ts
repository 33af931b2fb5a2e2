import { checkBeginning, checkShape } from '../cost/shape.ts';
import type { CypherLimits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { checkSizes } from './clauses.ts';
import { checkFunctions } from './functions.ts';
import { readTokens, type Token } from './lexer.ts';
import { checkSettings } from './settings.ts';
import { readSyntax, type Syntax } from './syntax.ts';

/**
 * Refuses by its text what the database would plan or run without being able to stop. This only reduces what
 * can go wrong; what holds are the database's settings, deadlines of our own, few turns, and the watchdog.
 * @throws Refusal with the place in the text
 */
export function checkText(statement: string, limits: CypherLimits): Syntax {
  const { length } = statement;
  if (length > limits.length) {
    const most = `at most ${limits.length} are read. Pass long lists as parameters.`;
    throw new Refusal(`The statement has ${length} characters; ${most}`);
  }
  const tokens = withoutVersion(readTokens(statement));
  checkBeginning(tokens);
  const syntax = readSyntax(tokens);
  checkShape(syntax);
  checkSettings(tokens);
  checkFunctions(syntax, new Set(limits.functions.map((name) => name.toLowerCase())));
  return syntax;
}

/** `CYPHER 5` or `CYPHER 25` says which version of the language follows; both are read alike here. */
function withoutVersion(tokens: Token[]): Token[] {
  const [first, second, third, fourth] = tokens;
  const isVersion = first?.word === 'cypher' && ['5', '25'].includes(second?.text ?? '');
  // An option after it, such as `runtime = parallel`, is refused as if it stood alone.
  const hasOption = third?.kind === 'name' && fourth?.word === '=';
  return isVersion && !hasOption ? tokens.slice(2) : tokens;
}

/**
 * Checks what depends on the values of parameters, each time anew.
 * @throws Refusal with the place where they may grow too large, or take too long
 */
export function checkValues(syntax: Syntax, parameters: Readonly<Record<string, unknown>>): void {
  checkSizes(syntax, parameters);
}
