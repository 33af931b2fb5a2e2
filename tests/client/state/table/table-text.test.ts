import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeColumns, inOrder, nodeColumns } from '../../../../client/state/table/table.ts';
import { elementsAsCsv, elementsAsTsv, finderIn } from '../../../../client/state/table/table-text.ts';
import { indexOf } from '../../../../server/core/picture/graph-index.ts';
import { anyGraph } from '../../../server/core/layout/arbitrary.ts';
import { edge, graphOf, node } from '../world.ts';

const graph = graphOf(
  [node('a'), node('b')],
  [edge('2', 'a', 'b', 'MEMBER_OF', { since: '2025-10' }), edge('1', 'b', 'a')],
);

describe('the table of a graph as text', () => {
  it('comes back cell by cell from its CSV, in the order it is shown, whatever is in it', () => {
    fc.assert(
      fc.property(
        anyGraph,
        fc.nat(2),
        fc.constantFrom('ascending', 'descending'),
        (any, column, direction) => {
          const columns = nodeColumns(indexOf(any));
          const rows = inOrder(any.nodes, columns, { column, direction });
          const [head, ...lines] = parse(elementsAsCsv(columns, rows), {
            bom: true,
            relax_column_count: true,
          }) as string[][];
          expect(head).toEqual(columns.map(({ title }) => title));
          expect(lines.length).toBe(rows.length);
          rows.forEach((row, at) => {
            columns.forEach(({ cell }, place) => {
              const text = String(cell(row));
              const read = lines[at]?.[place] ?? '';
              expect([text, `'${text}`]).toContain(read);
              if (/^[=+@\t]/.test(text)) expect(read.startsWith("'")).toBe(true);
            });
          });
        },
      ),
    );
  });

  it('has as many cells in every line to be pasted as there are columns', () => {
    fc.assert(
      fc.property(anyGraph, (any) => {
        const columns = edgeColumns(indexOf(any));
        const lines = elementsAsTsv(columns, any.edges).split('\n');
        expect(lines.length).toBe(any.edges.length + 1);
        for (const line of lines) expect(line.split('\t').length).toBe(columns.length);
      }),
    );
  });

  it('takes dates along as data have them, and shows them in words', () => {
    const columns = edgeColumns(indexOf(graph));
    const [row] = graph.edges.filter(({ key }) => key === '2');
    expect(row && columns.at(-1)?.cell(row)).toBe('October 2025');
    expect(elementsAsCsv(columns, row ? [row] : [])).toMatch(/^\uFEFF[\s\S]*2025-10/);
  });

  it('has claims, sources and who asserted them whole, to be found and to be taken along', async () => {
    const claim = `${'It is said, at length, that "a" is for b. '.repeat(20)}Émile says so.`;
    const said = edge('3', 'a', 'b', 'SUPPORTS', { claim, source: 'b', paragraph: 7, assertedBy: 'a' });
    const columns = edgeColumns(indexOf(graphOf(graph.nodes, [...graph.edges, said])));
    const find = finderIn(columns);
    expect(await find([...graph.edges, said], 'emile')).toEqual([said]);
    expect(await find([...graph.edges, said], 'paragraph 7')).toEqual([said]);
    const [, row] = parse(elementsAsCsv(columns, [said]), { bom: true }) as string[][];
    expect(row).toEqual(['A', 'Supports', 'B', claim, '', '', 'A', 'B, paragraph 7', '']);
    expect(elementsAsTsv(columns, [said])).toContain(claim);
  });

  it('finds elements by any of their cells, whatever their case and accents', async () => {
    const rows = [
      { name: 'Émile', count: 3 },
      { name: 'Otto', count: 5 },
    ];
    const columns = [
      { title: 'Name', cell: ({ name }: { name: string }) => name },
      { title: 'Count', cell: ({ count }: { count: number }) => count },
    ] as { title: string; cell(row: { name: string; count: number }): string | number }[];
    const find = finderIn(columns);
    expect((await find(rows, ' emile ')).map(({ name }) => name)).toEqual(['Émile']);
    expect((await find(rows, '5')).map(({ name }) => name)).toEqual(['Otto']);
    expect(await find(rows, 'e3')).toEqual([]);
    expect(await find(rows, '')).toBe(rows);
  });

  it('lets the page have its turn while it looks through many, and is given up when it is cancelled', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ claim: `Утверждение под номером ${at}: й` }));
    const find = finderIn([{ title: 'Claim', cell: ({ claim }: { claim: string }) => claim }]);
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    expect(await find(rows, 'номером 4711:')).toEqual([rows[4711]]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    const abort = new AbortController();
    setTimeout(() => abort.abort());
    const again = rows.map((row) => ({ ...row }));
    await expect(find(again, '4711', abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('puts numbers in order as numbers', () => {
    const columns = [{ title: 'Number', cell: (value: { is: number }) => value.is }];
    const rows = [9, 10, 2].map((is) => ({ is }));
    const sorted = inOrder(rows, columns, { column: 0, direction: 'descending' });
    expect(sorted.map(({ is }) => is)).toEqual([10, 9, 2]);
  });
});
