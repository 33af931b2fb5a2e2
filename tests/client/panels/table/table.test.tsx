import { describe, expect, it } from 'vitest';
import { Coding } from '../../../../client/panels/table/coding.tsx';
import { Statistics } from '../../../../client/panels/table/statistics.tsx';
import { Table } from '../../../../client/panels/table/table.tsx';
import { markupOf, openOn, wordsOf } from '../on-page.tsx';

describe('the table', () => {
  it('lists the nodes with kind and degree, and says why it stands there instead of a picture', async () => {
    const explorer = await openOn();
    const words = wordsOf(markupOf(explorer, <Table note="WebGL is off" close={undefined} />));
    expect(words).toContain('This browser cannot draw the picture');
    expect(words).toContain('Nodes 4 | Edges 3');
    expect(words).toContain(
      'Name | Kind | Edges here | A | Person | 2 | B | State | 2 | C | Person | 2 | D | Event | 0',
    );
    explorer.close();
  });

  it('has columns of the properties that are chosen, as far as anything in the picture has them', async () => {
    const explorer = await openOn();
    explorer.columns.setState({ edges: ['since', 'elsewhere'] });
    explorer.actions.setListing('edges');
    const words = wordsOf(markupOf(explorer, <Table note={undefined} close={undefined} />));
    expect(words).toContain('Source | Date | since | A | Supports | B');
    expect(words).toContain('1 March 2024 | 1 March 2024 |');
    explorer.close();
  });

  it('counts what is shown by sign, relationship type, modality and component', async () => {
    const explorer = await openOn();
    const words = wordsOf(markupOf(explorer, <Statistics />));
    for (const said of [
      ...['Nodes | 4', 'Edges | 3', 'Average degree | 1.5', 'Support | 1 | Opposition | 1 | Neither | 1'],
      ...['Supports | 1 | Opposes | 1 | Meets | 1', 'Actual | 1 | Expected | 1', 'of nodes1 | 1 | 3 | 1'],
    ])
      expect(words).toContain(said);
    explorer.close();
  });

  it('lays the edges beside what they rest on, by paragraph', async () => {
    const explorer = await openOn();
    const words = wordsOf(markupOf(explorer, <Coding />));
    expect(words).toMatch(
      /Paragraph 4 \| A supports B \| Evidence.*A said that B was right\. \| No paragraph given/,
    );
    expect(words).toMatch(/No paragraph given \| B opposes C/);
    explorer.close();
  });
});
