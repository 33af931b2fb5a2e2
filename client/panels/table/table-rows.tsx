import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import {
  Cell,
  Table as Grid,
  Column as HeaderColumn,
  Row,
  TableBody,
  TableHeader,
} from 'react-aria-components/Table';
import { amount, number } from '../../../server/core/words/words.ts';
import { type ColumnFilters, filtered } from '../../state/table/column-filter.ts';
import { emptyTable } from '../../state/table/empty-table.ts';
import { type Column, inOrder, type Sort } from '../../state/table/table.ts';
import { elementsAsCsv, elementsAsTsv } from '../../state/table/table-text.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Pages } from '../common/pages.tsx';
import { useGrowing } from '../common/rows-in-slices.ts';
import { SearchField } from '../common/search-field.tsx';
import { useFound } from '../search/found.ts';
import { copyText } from '../share/clipboard.ts';
import { download } from '../share/download.ts';
import { AddFilter, FilterFields } from './column-filters.tsx';

/** Cells on one page of the table; more would make it slow to read and to move in. */
const CELLS = 300;
/** Cells that are drawn at once. */
const CELLS_AT_ONCE = 75;

const NONE_PASSES = 'No row passes the filters of the columns.';

interface TableRowsProps<T> {
  title: string;
  columns: readonly Column<T>[];
  elements: readonly T[];
  /** Which columns there are. */
  choice: ReactNode;
}

/** Rows to sort, to search, to select in step with the picture, and to take along as they are. */
export function TableRows<T extends { key: string }>({
  title,
  columns,
  elements,
  choice,
}: TableRowsProps<T>) {
  const { actions } = useExplorer();
  const select = useExplorerState((state) => state.view.select);
  const nothing = useExplorerState((state) => emptyTable(state, elements.length > 0));
  // By title: a column that comes or goes moves the others.
  const [sortedBy, setSortedBy] = useState<Pick<Sort, 'direction'> & { title: string }>();
  const [filters, setFilters] = useState<ColumnFilters>({});
  const [text, setText] = useState('');
  const [wanted, setPage] = useState(0);
  const column = columns.findIndex((each) => each.title === sortedBy?.title);
  const direction = sortedBy?.direction ?? 'ascending';
  const passing = useMemo(() => filtered(elements, columns, filters), [elements, columns, filters]);
  const sorted = useMemo(
    () => inOrder(passing, columns, { column, direction }),
    [passing, columns, column, direction],
  );
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
        <SearchField
          label={`Find in the table of ${title.toLowerCase()}`}
          placeholder="Find in the table"
          value={text}
          set={setText}
        />
        <span className="muted" aria-live="polite">
          {(of !== '' || passing !== elements) &&
            `${number(listed.length)} of ${amount(elements.length, 'row')}`}
        </span>
        {choice}
        <AddFilter columns={columns} filters={filters} change={setFilters} />
        <button type="button" className="button" onClick={() => void copy(listed)}>
          Copy
        </button>
        <button type="button" className="button" onClick={save}>
          Save as CSV
        </button>
      </div>
      <FilterFields columns={columns} elements={elements} filters={filters} change={setFilters} />
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
          {...(column >= 0 && { sortDescriptor: { column: idOf(column), direction } })}
          onSortChange={(by) =>
            setSortedBy({ title: columns[placeOf(by.column)]?.title ?? '', direction: by.direction })
          }
        >
          <TableHeader>
            {columns.map((column, at) => (
              <HeaderColumn key={column.title} id={idOf(at)} isRowHeader={at === 0} allowsSorting>
                {({ sortDirection }) => (
                  <>
                    {column.title}
                    <span className="sort" data-direction={sortDirection} aria-hidden="true" />
                  </>
                )}
              </HeaderColumn>
            ))}
          </TableHeader>
          <TableBody
            items={shown}
            renderEmptyState={() =>
              passing.length < elements.length && sorted.length === 0 ? NONE_PASSES : nothing
            }
          >
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

/** Columns and rows share their ids, and the key of a row may be any text: this is none that a name begins with. */
const COLUMN = '\ncolumn ';
const idOf = (column: number) => `${COLUMN}${column}`;
const placeOf = (id: unknown) => Number(String(id).slice(COLUMN.length));

/** The begin of a text; all of it to who listens, points at it or takes it along, and in the details of its row. */
const Clipped = ({ children }: { children: string }) => (
  <div className="clipped" dir="auto" title={children}>
    {children}
  </div>
);

const inWords = (value: string | number) => (typeof value === 'number' ? number(value) : value);
