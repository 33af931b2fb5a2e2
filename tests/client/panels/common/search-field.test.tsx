import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SearchField } from '../../../../client/panels/common/search-field.tsx';

const set = () => {};

it('a search field says what it searches, to those who see it and to those who do not', () => {
  const markup = renderToStaticMarkup(<SearchField label="Search the questions" value="<NATO>" set={set} />);
  expect(markup).toContain('type="search"');
  expect(markup).toContain('aria-label="Search the questions"');
  expect(markup).toContain('placeholder="Search the questions"');
  expect(markup).toContain('value="&lt;NATO&gt;"');
});

it('a search field whose surroundings say the rest may show fewer words, and still has its full name', () => {
  const markup = renderToStaticMarkup(
    <SearchField label="Find in the table of nodes" placeholder="Find in the table" value="" set={set} />,
  );
  expect(markup).toContain('aria-label="Find in the table of nodes"');
  expect(markup).toContain('placeholder="Find in the table"');
});
