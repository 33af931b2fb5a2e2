import type { OwnLooks } from '../../../server/core/looks/looks.ts';
import { readRule } from '../../../server/core/looks/own/rule.ts';
import { ruleInWords } from '../../../server/core/looks/own/rule-words.ts';
import { number } from '../../../server/core/words/words.ts';
import { Glyph } from '../common/glyph.tsx';
import { Icon } from '../common/icon.tsx';
import { download } from '../share/download.ts';

interface LookRulesProps {
  /** Whose rules they are. */
  title: string;
  rules: readonly string[];
  own: OwnLooks | undefined;
  change: (rules: string[]) => void;
}

/** Every rule of a view in words, with how many it draws; each can go, or come before the one above it. */
export function LookRules({ title, rules, own, change }: LookRulesProps) {
  const read = rules.map(readRule);
  const swap = (at: number) =>
    change(
      rules.map(
        (rule, place) => (place === at ? rules[at - 1] : place === at - 1 ? rules[at] : rule) ?? rule,
      ),
    );
  return (
    <>
      <p>
        <strong>{title}</strong> The first rule that fits gives a look.{' '}
        <button type="button" className="text-button" onClick={() => change([])}>
          Usual looks
        </button>{' '}
        <button type="button" className="text-button" onClick={() => saveRules(rules)}>
          Save as looks.yaml
        </button>
      </p>
      <ul>
        {rules.map((text, at) => {
          const rule = read[at];
          const isRest = read.slice(0, at).some((before) => before?.of === rule?.of);
          const words = rule ? ruleInWords(rule, isRest) : text;
          const row = own?.rows.find((each) => each.rule === text);
          return (
            <li key={text}>
              {row && <Glyph {...row.swatch} />}
              <span className="title" title={text}>
                {words}
              </span>
              <span className="count">{number(row?.count ?? 0)}</span>
              {at > 0 && (
                <button
                  type="button"
                  className="icon-button up"
                  aria-label={`Put before the rule above it: ${words}`}
                  onClick={() => swap(at)}
                >
                  <Icon name="chevron" />
                </button>
              )}
              <button
                type="button"
                className="icon-button"
                aria-label={`Remove the rule: ${words}`}
                onClick={() => change(rules.filter((_, place) => place !== at))}
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Beside the files of a data set it makes them its usual looks. Texts in quotes of JSON are texts of YAML. */
function saveRules(rules: readonly string[]): void {
  const body = rules.map((rule) => `- rule: ${JSON.stringify(rule)}\n`).join('');
  download('looks.yaml', 'application/yaml', body);
}
