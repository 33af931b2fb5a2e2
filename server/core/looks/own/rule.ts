import { isPartialDate } from '../../model/dates.ts';
import { LOOK_RULE, type RULE_LOOKS, RULE_VALUE } from '../../view/own/look-rule.ts';

type Named = typeof RULE_LOOKS;

/** What a rule sets, each by its name; `name` is the property by which nodes are called. */
export type RuleLooks = { [L in keyof Named]?: Named[L][number] } & { name?: string };

/** An end of a range: both are in it. */
export type End = number | string;

/** Of numbers or dates; open where it has no end. */
export interface Range {
  from?: End;
  to?: End;
}

/** Which values a rule fits: one, any of several, or a range. */
export type Test = { is: string } | { oneOf: readonly string[] } | Range;

/** One rule of own looks. */
export interface Rule {
  of: 'node' | 'edge';
  /** What it asks of: `label`, `type`, a measure or `property:NAME`; all nodes or edges where absent. */
  by?: string;
  test?: Test;
  looks: RuleLooks;
}

const PARTS = new RegExp(`^(node|edge)(?::([^=]+)=(${RULE_VALUE}))?; (.*)$`, 'su');

/** Reads a rule as a view has it; undefined where it is none. */
export function readRule(text: string): Rule | undefined {
  if (!LOOK_RULE.test(text)) return undefined;
  const [, of, by, value, set = ''] = PARTS.exec(text) ?? [];
  const looks = Object.fromEntries(
    set.split(', ').map((each) => {
      const [look = '', name = ''] = each.split('=');
      return [look, look === 'name' ? name.slice('property:'.length) : name];
    }),
  );
  const test = value === undefined ? undefined : testOf(value);
  if (value !== undefined && !test) return undefined;
  return { of: of as Rule['of'], ...(by !== undefined && test && { by, test }), looks };
}

/** Writes a rule as a view has it. */
export function writeRule({ of, by, test, looks }: Rule): string {
  const fits = by === undefined || !test ? '' : `:${by}=${writtenTest(test)}`;
  const set = Object.entries(looks).map(
    ([look, name]) => `${look}=${look === 'name' ? `property:${name}` : name}`,
  );
  return `${of}${fits}; ${set.join(', ')}`;
}

/** A text in quotes, or what is between two. */
const ALTERNATIVE = /"(?:[^"\\]|\\.)*"|(\|)/g;

function testOf(value: string): Test | undefined {
  if (value.startsWith('"')) {
    try {
      const all = JSON.parse(`[${value.replace(ALTERNATIVE, (each, between) => (between ? ',' : each))}]`);
      return all.length > 1 ? { oneOf: all.map(String) } : { is: String(all[0]) };
    } catch {
      return undefined;
    }
  }
  return rangeOf(value) ?? { is: value };
}

function rangeOf(value: string): Test | undefined {
  const at = value.indexOf('..');
  if (at < 0) return undefined;
  const [from, to] = [endOf(value.slice(0, at)), endOf(value.slice(at + 2))];
  if (from === null || to === null || (from === undefined && to === undefined)) return undefined;
  if (from !== undefined && to !== undefined && typeof from !== typeof to) return undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** An end as it is written: a plain number, or a date with its month; a year alone is a number. Null for neither. */
function endOf(text: string): End | undefined | null {
  if (text === '') return undefined;
  if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text)) return Number(text);
  return isPartialDate(text) ? text : null;
}

function writtenTest(test: Test): string {
  if ('oneOf' in test) return test.oneOf.map((each) => JSON.stringify(each)).join('|');
  if (!('is' in test)) return `${test.from ?? ''}..${test.to ?? ''}`;
  const { is } = test;
  return is === '' || /[";]/.test(is) || is.trim() !== is || rangeOf(is) ? JSON.stringify(is) : is;
}
