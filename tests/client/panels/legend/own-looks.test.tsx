import { expect, it } from 'vitest';
import { AddRule } from '../../../../client/panels/legend/add-rule.tsx';
import { LookRules } from '../../../../client/panels/legend/look-rules.tsx';
import { ownMarks } from '../../../../client/panels/legend/own-marks.ts';
import { nodeLooks } from '../../../../server/core/picture/find-looks.ts';
import { until } from '../../state/world.ts';
import { markupOf, openOn, STORY, wordsOf } from '../on-page.tsx';

it('the legend says each rule in words, with how many it draws, the rest after what comes before', async () => {
  const rules = ['node:label=State; colour=teal', 'node:label=Source; shape=page', 'node; colour=grey'];
  const explorer = await openOn(`?${new URLSearchParams(rules.map((rule) => ['look', rule]))}`);
  const { getState } = explorer.store;
  await until(() => nodeLooks(getState()).own !== undefined);
  const { own } = nodeLooks(getState());
  expect(ownMarks(STORY, own)).toEqual({
    shaped: new Set(),
    coloured: new Set(['Person', 'State', 'Event']),
    lined: new Set(),
  });
  const words = wordsOf(
    markupOf(explorer, <LookRules title="Own looks." rules={rules} own={own} change={() => {}} />),
  );
  expect(words).toBe(
    'Own looks. The first rule that fits gives a look. Usual looks | Save as looks.yaml | States1 | Sources0 | All other nodes3 |',
  );
  explorer.close();
});

it('a rule is composed of what the data have', async () => {
  const explorer = await openOn();
  const words = wordsOf(markupOf(explorer, <AddRule add={() => {}} cancel={() => {}} />));
  for (const said of ['all of them | Label | Degree', 'Colour', 'as usual | indigo', 'Add the rule'])
    expect(words).toContain(said);
  explorer.close();
});
