import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Count } from '../../../../client/panels/legend/facet.tsx';

const said = (props: Parameters<typeof Count>[0]) =>
  renderToStaticMarkup(<Count {...props} />).replaceAll(/<[^>]*>/g, '');

describe('the count of a value in the legend', () => {
  it('is how many are shown, and of how many where others are not', () => {
    expect(said({ shown: 7, back: undefined, total: 7 })).toBe('7 shown');
    expect(said({ shown: 1204, back: undefined, total: 2000 })).toBe('1,204 of 2,000 shown');
  });

  it('is, of a value that is left out, how many come back with it', () => {
    expect(said({ shown: 0, back: 5, total: 5 })).toBe('+5 when brought back');
    expect(said({ shown: 2, back: 3, total: 9 })).toBe('+3 of 9 when brought back');
    expect(said({ shown: 2, back: 0, total: 9 })).toBe('+0 of 9 when brought back');
  });
});
