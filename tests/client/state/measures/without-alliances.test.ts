import { expect, it } from 'vitest';
import { withoutAlliances } from '../../../../client/state/measures/without-alliances.ts';
import { NODE_MEASURES } from '../../../../server/core/measures/registry.ts';
import type { View } from '../../../../server/core/view/view.ts';

it('a view without camps and blocs keeps all else that it draws by', () => {
  const ofReport = NODE_MEASURES.filter(({ takes }) => takes === 'report');
  for (const { id } of ofReport)
    for (const view of [{ colour: id }, { shape: id }, { layout: 'groups', group: id }] as View[])
      expect(withoutAlliances({ ...view, select: ['a'] })).toEqual({ select: ['a'] });
  const [byCamp, byLabel] = ['node:camps=Camp A; colour=teal', 'node:label=State; colour=rose'];
  expect(withoutAlliances({ look: [byCamp, byLabel] })).toEqual({ look: [byLabel] });
  // Rules of the data set may ask for them too.
  expect(withoutAlliances({ look: [byCamp] })).toEqual({ look: ['none'] });
  expect(withoutAlliances({ look: [byLabel] })).toEqual({ look: [byLabel] });
});
