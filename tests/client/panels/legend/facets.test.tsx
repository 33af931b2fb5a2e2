import { expect, it } from 'vitest';
import { Facets } from '../../../../client/panels/legend/facets.tsx';
import { until } from '../../state/world.ts';
import { markupOf, openOn, SCHEMA, wordsOf } from '../on-page.tsx';

it('lists every filter with its values, how many are shown of each, and how many would come back', async () => {
  const explorer = await openOn('?type=SUPPORTS');
  await until(() => explorer.store.getState().schema.state === 'ready');
  const markup = markupOf(explorer, <Facets schema={SCHEMA} />);
  const words = wordsOf(markup);
  for (const said of [
    ...['Nodes | People', 'Relationship types | all relationship types | Supports1 shown'],
    ...['Opposes+1 when brought back', 'Meets+1 when brought back', 'Modality | Actual1 shown'],
    ...['Confidence | Stated1 shown', 'k-core: minimum degree k', 'Largest connected component only'],
  ])
    expect(words).toContain(said);
  const ticked = [...markup.matchAll(/<input type="checkbox"([^>]*)>/g)].map(([, told = '']) =>
    told.includes('checked'),
  );
  expect(ticked.filter((each) => !each)).toHaveLength(2);
  explorer.close();
});
