import { nodeMeasure } from '../../measures/registry.ts';
import { numberInWords } from '../../numbers/number-words.ts';
import { dateInWords, labelInWords, typeAsTitle } from '../../words/words.ts';
import type { End, Range, Rule, Test } from './rule.ts';

/**
 * What a rule fits, in words.
 *
 * @param isRest Whether rules before it take some of the same.
 */
export function ruleInWords({ of, by, test, looks }: Rule, isRest: boolean): string {
  const named = looks.name === undefined ? '' : `, named by ${looks.name}`;
  return (by === undefined || !test ? `All ${isRest ? 'other ' : ''}${of}s` : fitInWords(by, test)) + named;
}

function fitInWords(by: string, test: Test): string {
  const values = 'is' in test ? [test.is] : 'oneOf' in test ? test.oneOf : undefined;
  if (values && by === 'label') return oneOfInWords(values.map(labelInWords));
  if (values && by === 'type') return oneOfInWords(values.map(typeAsTitle));
  const name = by.startsWith('property:') ? by.slice('property:'.length) : (nodeMeasure(by)?.name ?? by);
  return `${name}: ${values ? oneOfInWords(values) : rangeInWords(test as Range)}`;
}

function oneOfInWords(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

function rangeInWords({ from, to }: Range): string {
  const isDate = typeof (from ?? to) === 'string';
  const told = (end: End) => (typeof end === 'string' ? dateInWords(end) : numberInWords(end, 15));
  if (from !== undefined && to !== undefined)
    return from === to ? told(from) : `${told(from)} to ${told(to)}`;
  if (from !== undefined) return `${told(from)} and ${isDate ? 'later' : 'more'}`;
  return to === undefined ? '' : `up to ${told(to)}`;
}
