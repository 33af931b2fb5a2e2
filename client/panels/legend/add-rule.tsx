import { useId, useState } from 'react';
import { type Rule, type RuleLooks, readRule, writeRule } from '../../../server/core/looks/own/rule.ts';
import { nodeMeasure } from '../../../server/core/measures/registry.ts';
import { RULE_LOOKS } from '../../../server/core/view/own/look-rule.ts';
import { capital } from '../../../server/core/words/words.ts';
import { subjectsOf, valuesFor } from '../../state/looks/rule-choices.ts';
import { useShown } from '../picture/use-shown-graph.ts';

interface AddRuleProps {
  add: (rule: string) => void;
  cancel: () => void;
}

const LOOKS = {
  node: ['colour', 'shape', 'size'],
  edge: ['colour', 'width', 'dash'],
} as const satisfies Record<Rule['of'], readonly (keyof typeof RULE_LOOKS)[]>;

/** What the groups of a measure are called. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  communities: 'Community 1 | Community 2',
  camps: 'Component 1, camp A',
  blocs: 'Bloc 1 | Bloc 2',
};

/** A rule to be composed: what it fits, and how that is drawn. */
export function AddRule({ add, cancel }: AddRuleProps) {
  const { graph } = useShown();
  const id = useId();
  const [of, setOf] = useState<Rule['of']>('node');
  const [by, setBy] = useState('');
  const [value, setValue] = useState('');
  const [looks, setLooks] = useState<RuleLooks>({});
  const named = subjectsOf(graph, of).filter((name) => name.startsWith('property:'));
  const rule = written(of, by, value, looks);
  const turn = (to: Rule['of']) => {
    setOf(to);
    setBy('');
    setValue('');
    setLooks({});
  };
  return (
    <form
      className="add-rule"
      onSubmit={(event) => {
        event.preventDefault();
        if (rule) add(rule);
      }}
    >
      <Choice
        title="Of"
        chosen={of}
        values={['node', 'edge']}
        named={(each) => `${capital(each)}s`}
        choose={(to) => turn(to as Rule['of'])}
      />
      <Choice
        title="By"
        none="all of them"
        chosen={by}
        values={subjectsOf(graph, of)}
        named={subjectInWords}
        choose={setBy}
      />
      {by !== '' && (
        <label>
          <span>Value or range</span>
          <input
            value={value}
            list={id}
            placeholder={PLACEHOLDERS[by] ?? 'State, State | Person, 10..20 or 2024..'}
            onChange={({ target }) => setValue(target.value)}
          />
          <datalist id={id}>
            {valuesFor(graph, of, by).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </datalist>
        </label>
      )}
      {LOOKS[of].map((look) => (
        <Choice
          key={look}
          title={capital(look)}
          none="as usual"
          chosen={looks[look] ?? ''}
          values={RULE_LOOKS[look]}
          named={(each) => each.replace(/^step/, 'step ')}
          choose={(name) => setLooks(withLook(looks, look, name))}
        />
      ))}
      {of === 'node' && (
        <Choice
          title="Name"
          none="as usual"
          chosen={looks.name === undefined ? '' : `property:${looks.name}`}
          values={named}
          named={subjectInWords}
          choose={(name) => setLooks(withLook(looks, 'name', name.replace('property:', '')))}
        />
      )}
      <p>
        <button type="submit" className="button" disabled={!rule}>
          Add the rule
        </button>{' '}
        <button type="button" className="text-button" onClick={cancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}

interface ChoiceProps {
  title: string;
  /** What nothing is called, where nothing may be chosen. */
  none?: string;
  chosen: string;
  values: readonly string[];
  named: (value: string) => string;
  choose: (value: string) => void;
}

function Choice({ title, none, chosen, values, named, choose }: ChoiceProps) {
  return (
    <label>
      <span>{title}</span>
      <select value={chosen} onChange={({ target }) => choose(target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {values.map((value) => (
          <option key={value} value={value}>
            {named(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

function subjectInWords(by: string): string {
  if (by.startsWith('property:')) return `Property ${by.slice('property:'.length)}`;
  return nodeMeasure(by)?.name ?? (by === 'type' ? 'Relationship type' : capital(by));
}

function withLook(looks: RuleLooks, look: keyof RuleLooks, name: string): RuleLooks {
  const { [look]: _, ...others } = looks;
  return name === '' ? others : ({ ...others, [look]: name } as RuleLooks);
}

/** The rule as a view has it, as far as it is one: a range is typed as it is written, alternatives with ` | ` between. */
function written(of: Rule['of'], by: string, value: string, looks: RuleLooks): string | undefined {
  if (Object.keys(looks).length === 0 || (by !== '' && value.trim() === '')) return undefined;
  if (by === '') return writeRule({ of, looks });
  const plain = `${of}:${by}=${value.trim()}; ${writeRule({ of, looks }).slice(of.length + 2)}`;
  const oneOf = value.split(' | ').map((each) => each.trim());
  const test = oneOf.length > 1 ? { oneOf } : { is: value };
  const text = oneOf.length === 1 && readRule(plain) ? plain : writeRule({ of, by, test, looks });
  return readRule(text) && text;
}
