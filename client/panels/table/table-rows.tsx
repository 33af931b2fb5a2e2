import { type KeyboardEvent, useMemo, useState } from 'react';
import {
  Cell,
  Table as Grid,
  Column as HeaderColumn,
  Row,
  TableBody,
  TableHeader,
} from 'react-aria-components/Table';
import { amount, number } from '../../../server/core/words/words.ts';
import { emptyTable } from '../../state/table/empty-table.ts';
import { type Column, inOrder, type Sort } from '../../state/table/table.ts';
import { elementsAsCsv, elementsAsTsv } from '../../state/table/table-text.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Pages } from '../common/pages.tsx';
import { useGrowing } from '../common/rows-in-slices.ts';
import { useFound } from '../search/found.ts';
import { copyText } from '../share/clipboard.ts';
import { download } from '../share/download.ts';

/** Cells on one page of the table; more would make it slow to read and to move in. */
const CELLS = 300;
/** Cells that are drawn at once. */
const CELLS_AT_ONCE = 75;

/** Excel takes CSV without it for the system's old encoding, and spoils every accent. */

interface TableRowsProps<T> {
  title: string;
  columns: readonly Column<T>[];
  elements: readonly T[];
}

/** Rows to sort, to search, to select in step with the picture, and to take along as they are. */
export function TableRows<T extends { key: string }>({ title, columns, elements }: TableRowsProps<T>) {
  const { actions } = useExplorer();
  const select = useExplorerState((state) => state.view.select);
  const nothing = useExplorerState((state) => emptyTable(state, elements.length > 0));
  const [sorting, setSorting] = useState<Sort>();
  const [text, setText] = useState('');
  const [wanted, setPage] = useState(0);
  const sorted = useMemo(() => inOrder(elements, columns, sorting), [elements, columns, sorting]);
  const { listed, of } = useFound(sorted, columns, text);
  const size = Math.floor(CELLS / columns.length);
  const pages = Math.max(1, Math.ceil(listed.length / size));
  const page = Math.min(wanted, pages - 1);
  const onPage = useMemo(() => listed.slice(page * size, (page + 1) * size), [listed, page, size]);
  const shown = useGrowing(onPage, page, Math.floor(CELLS_AT_ONCE / columns.length));
  const here = new Set(onPage.map(({ key }) => key));
  const copy = async (some: readonly T[]) => {
    const tabbed = elementsAsTsv(columns, some);
    if (await copyText(tabbed)) actions.announce(`${amount(some.length, 'row')} copied.`);
    else window.prompt('Copy this by hand:', tabbed);
  };
  const save = () => {
    const name = `${title.toLowerCase()}.csv`;
    download(name, 'text/csv', elementsAsCsv(columns, listed));
    actions.announce(`${name} is saved, with ${amount(listed.length, 'row')}.`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'c' || !(event.ctrlKey || event.metaKey) || String(getSelection())) return;
    const chosen = new Set(select);
    const some = listed.filter(({ key }) => chosen.has(key));
    event.preventDefault();
    void copy(some.length > 0 ? some : listed);
  };
  return (
    <>
      <div className="table-tools">
        <input
          type="search"
          aria-label={`Find in the table of ${title.toLowerCase()}`}
          placeholder="Find in the table"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <span className="muted" aria-live="polite">
          {of !== '' && `${number(listed.length)} of ${amount(elements.length, 'row')}`}
        </span>
        <button type="button" className="button" onClick={() => void copy(listed)}>
          Copy
        </button>
        <button type="button" className="button" onClick={save}>
          Save as CSV
        </button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the table in it takes the keyboard's focus */}
      <div className="table-scroll" onKeyDown={onKeyDown}>
        <Grid
          // Its rows are remembered with the cells they had: with other columns it is another table.
          key={columns.map(({ title: heading }) => heading).join('\n')}
          aria-label={title}
          className={columns.some(({ isLong }) => isLong) ? 'with-sentences' : ''}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={(select ?? []).filter((key) => here.has(key))}
          onSelectionChange={(keys) => actions.select(keys === 'all' ? [...here] : [...keys].map(String))}
          {...(sorting && {
            sortDescriptor: { column: String(sorting.column), direction: sorting.direction },
          })}
          onSortChange={({ column, direction }) => setSorting({ column: Number(column), direction })}
        >
          <TableHeader>
            {columns.map((column, at) => (
              <HeaderColumn key={column.title} id={String(at)} isRowHeader={at === 0} allowsSorting>
                {({ sortDirection }) => (
                  <>
                    {column.title}
                    <span className="sort" data-direction={sortDirection} aria-hidden="true" />
                  </>
                )}
              </HeaderColumn>
            ))}
          </TableHeader>
          <TableBody items={shown} renderEmptyState={() => nothing}>
            {(element) => (
              <Row id={element.key}>
                {columns.map(({ title: heading, cell, isLong }) => (
                  <Cell key={heading} className={isLong ? 'long' : ''}>
                    {isLong ? <Clipped>{String(cell(element))}</Clipped> : inWords(cell(element))}
                  </Cell>
                ))}
              </Row>
            )}
          </TableBody>
        </Grid>
      </div>
      {pages > 1 && (
        <Pages page={page} pages={pages} size={size} rows={listed.length} turn={setPage} of="table" />
      )}
    </>
  );
}

/** The begin of a text; all of it to who listens, points at it or takes it along, and in the details of its row. */
const Clipped = ({ children }: { children: string }) => (
  <div className="clipped" dir="auto" title={children}>
    {children}
  </div>
);

const inWords = (value: string | number) => (typeof value === 'number' ? number(value) : value);
