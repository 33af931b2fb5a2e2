import { describe, expect, it } from 'vitest';
import { Notices } from '../../../../client/panels/page/notices.tsx';
import { Waiting } from '../../../../client/panels/page/waiting.tsx';
import { NothingShown } from '../../../../client/panels/picture/nothing-shown.tsx';
import { statusOf, until } from '../../state/world.ts';
import { markupOf, openOn, STORY, wordsOf } from '../on-page.tsx';

describe('the notices', () => {
  it('are none where all is well', async () => {
    const explorer = await openOn();
    expect(wordsOf(markupOf(explorer, <Notices />)).replaceAll(/[| ]/g, '')).toBe('');
    explorer.close();
  });

  it('name each part of a link that could not be read', async () => {
    const explorer = await openOn('?nonsense=1&type=SUPPORTS');
    const words = wordsOf(markupOf(explorer, <Notices />));
    expect(words).toContain('Part of this link could not be read | nonsense is not a parameter here');
    expect(words).toContain('The rest of the view is as the link describes it.');
    explorer.close();
  });

  it('say how much a limit cut off, and what to do', async () => {
    const total = { nodes: 900, edges: 3_000 };
    const cut = { ...STORY, attributes: { ...STORY.attributes, truncated: true, total } };
    const explorer = await openOn('', { graph: () => cut });
    const words = wordsOf(markupOf(explorer, <Notices />));
    expect(words).toContain('Showing 4 of 900 nodes and 3 of 3,000 edges');
    expect(words).toContain('Narrow the graph by the legend or the dates');
    explorer.close();
  });
});

it('a picture in which nothing is left offers to clear the filters', async () => {
  const total = { nodes: 0, edges: 0 };
  const none = { ...STORY, nodes: [], edges: [], attributes: { ...STORY.attributes, total } };
  const explorer = await openOn('?type=OPPOSES', { graph: () => none });
  const words = wordsOf(markupOf(explorer, <NothingShown />));
  expect(words).toMatch(/Nothing matches these filters .* Clear filters/);
  explorer.close();
});

it('whoever waits for the database is told what for, and why it does not come', async () => {
  const problem = 'The disk is full. Make room.';
  const status = statusOf('failed', { database: { state: 'failed', kind: 'managed', problem } });
  const { close, ...explorer } = await openOn('', { status: () => status });
  await until(() => explorer.store.getState().status !== undefined);
  expect(wordsOf(markupOf({ ...explorer, close }, <Waiting />))).toContain(problem);
  close();
});
