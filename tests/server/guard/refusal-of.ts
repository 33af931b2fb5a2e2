import { expect } from 'vitest';
import { DEFAULT_LIMITS } from '../../../server/guard/limits.ts';
import { Refusal } from '../../../server/guard/refusal.ts';
import { checkText, checkValues } from '../../../server/guard/syntax/text.ts';

/** Why a statement is refused by its text and the values given with it; `undefined` when it is not. */
export function refusalOf(statement: string, parameters: Record<string, unknown> = {}): Refusal | undefined {
  try {
    checkValues(checkText(statement, DEFAULT_LIMITS), parameters);
    return undefined;
  } catch (cause) {
    expect(cause).toBeInstanceOf(Refusal);
    return cause as Refusal;
  }
}
