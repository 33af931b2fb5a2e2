import { expect, it } from 'vitest';
import { TimelineContent } from '../../../../client/panels/timeline/timeline-content.tsx';
import { markupOf, openOn, TIMELINE, wordsOf } from '../on-page.tsx';

it('the timeline offers each date to begin and to end at, and says how many edges have none', async () => {
  const explorer = await openOn();
  const words = wordsOf(markupOf(explorer, <TimelineContent answer={TIMELINE} />));
  expect(words).toContain('From | the beginning | March 2024 | 2025 | to | the end | March 2024 | 2025');
  expect(words).toContain('1 edge without a date, shown');
  explorer.actions.setDated(true);
  const without = wordsOf(markupOf(explorer, <TimelineContent answer={TIMELINE} />));
  expect(without).toContain('1 edge without a date, left out');
  expect(without).toContain('when it held | when it was said');
  explorer.close();
});
