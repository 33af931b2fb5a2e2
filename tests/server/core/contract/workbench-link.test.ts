import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PARAMETER_KINDS,
  RESULT_VIEWS,
  searchToWorkbench,
  type WorkbenchLink,
  workbenchToSearch,
} from '../../../../server/core/contract/workbench-link.ts';

const text = fc.string({ unit: 'binary', maxLength: 300 });
const name = text.filter((value) => value.length > 0 && value.length <= 200 && value !== '__proto__');
const link: fc.Arbitrary<WorkbenchLink> = fc.record({
  statement: text,
  parameters: fc.dictionary(name, fc.record({ kind: fc.constantFrom(...PARAMETER_KINDS), text }), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
  view: fc.constantFrom(undefined, ...RESULT_VIEWS),
});

describe('a link to a question', () => {
  it('gives back any statement, parameters and view, short or long', () => {
    fc.assert(
      fc.property(link, (given) => {
        const { link: read, problems } = searchToWorkbench(workbenchToSearch(given));
        expect(problems).toEqual([]);
        expect({ view: undefined, ...read }).toEqual(given);
      }),
    );
  });

  it('can be read by a person while it is short', () => {
    const search = workbenchToSearch({
      statement: 'MATCH (n {id: $id}) RETURN n',
      parameters: { id: { kind: 'String', text: 'x' } },
      view: 'table',
    });
    expect(decodeURIComponent(search.replaceAll('+', ' '))).toBe(
      'statement=MATCH (n {id: $id}) RETURN n&$id=String:x&view=table',
    );
  });

  it('never throws on a link that was altered, and says what was left out', () => {
    fc.assert(
      fc.property(text, (given) => {
        searchToWorkbench(given);
        searchToWorkbench(`packed=${encodeURIComponent(given)}`);
      }),
    );
    expect(searchToWorkbench('packed=%21%21').problems).toHaveLength(1);
    expect(searchToWorkbench('%24a=Wrong:1').problems[0]?.path).toBe('$a');
  });
});
