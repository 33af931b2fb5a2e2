import { measuresFor } from '../../measures/registry.ts';

/** What a rule may set, and the names of each: colours in the order of a theme's palette, the rest from little to much. */
export const RULE_LOOKS = {
  colour: [
    ...['indigo', 'teal', 'rose', 'olive', 'blue', 'wine', 'green', 'amber', 'grey'],
    ...['step1', 'step2', 'step3', 'step4', 'step5', 'step6'],
  ],
  shape: [
    ...['circle', 'square', 'diamond', 'hexagon', 'triangle'],
    ...['pentagon', 'star', 'cross', 'wedge', 'page'],
  ],
  size: ['smallest', 'small', 'medium', 'large', 'largest'],
  width: ['thin', 'medium', 'wide', 'widest'],
  dash: ['solid', 'dashed', 'short', 'dotted', 'sparse', 'dashdot'],
} as const;

const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
/** A value, a range, or alternatives. */
export const RULE_VALUE = `(?:${QUOTED}(?:\\|${QUOTED})*|[^";]+)`;
const PROPERTY = 'property:[^=;,]+';

function ruleOf(
  of: string,
  subjects: readonly string[],
  looks: readonly (keyof typeof RULE_LOOKS)[],
  more = '',
): string {
  const set = `(?:${looks.map((look) => `${look}=(?:${RULE_LOOKS[look].join('|')})`).join('|')}${more})`;
  return `${of}(?::(?:${PROPERTY}|${subjects.join('|')})=${RULE_VALUE})?; ${set}(?:, ${set})*`;
}

/** What stands alone for no rules, where a data set has some. */
export const NO_RULES = 'none';

/** What a rule may ask of nodes, besides their properties: groups by the titles of them. */
export const NODE_SUBJECTS = [...new Set(['label', ...measuresFor('size'), ...measuresFor('colour')])];

const RULE = `${ruleOf('node', NODE_SUBJECTS, ['colour', 'shape', 'size'], `|name=${PROPERTY}`)}|${ruleOf('edge', ['type'], ['colour', 'width', 'dash'])}`;

/** What a rule of own looks is, such as `node:label=State; colour=teal, shape=square`. */
export const LOOK_RULE = new RegExp(`^(?:${RULE})$`, 'u');

/** What a view takes: a rule, or that there be none. */
export const RULE_OR_NONE = new RegExp(`^(?:${NO_RULES}|${RULE})$`, 'u');

/** What is said of what is none. */
export const NO_LOOK_RULE =
  'takes rules such as node:label=State; colour=teal, shape=square or edge:property:weight=2..; width=wide.';
