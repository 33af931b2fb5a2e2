import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inShort, read, refusalOf } from './given.ts';

const XML = '<graphml><graph edgedefault="directed">';
const ODD =
  '<graphml><key id="p" for="node" attr.name="__proto__"/><graph><node id="constructor"><data key="p">x</data></node></graph></graphml>';

describe('a file that is damaged or hostile', () => {
  it.each([
    ['empty', { 'a.csv': '' }, 'a.csv is empty'],
    ['cut short', { 'a.graphml': `${XML}<node id="a"/>\n<node id=` }, 'a.graphml:2 is not well-formed XML'],
    [
      'of entities within entities',
      {
        'a.graphml': `<!DOCTYPE g [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n${XML}<node id="&b;"/></graph></graphml>`,
      },
      'declares entities',
    ],
    ['of elements without end', { 'a.graphml': XML + '<a>'.repeat(5_000) }, 'nested more than 1000 deep'],
    ['JSON that is none', { 'a.json': '{"nodes": [\n{"id" 1}]}' }, 'is not JSON'],
    ['JSON nested without end', { 'a.json': '['.repeat(200_000) + ']'.repeat(200_000) }, 'of no known kind'],
    [
      'a matrix with too few cells',
      { 'a.dl': 'dl n=3\nlabels: a,b,c\ndata:\n0 1 1\n1 0\n' },
      'a.dl:5 ends after 5 cells',
    ],
    [
      'a gzip cut short',
      { 'a.csv.gz': gzipSync(strToU8('source,target\n'.repeat(999))).slice(0, -12) },
      'a.csv.gz',
    ],
    [
      'a gzip of nothing but zeros',
      { 'a.csv.gz': gzipSync(new Uint8Array(80_000_000)) },
      'more than 200 times',
    ],
    [
      'a workbook of nothing but zeros',
      { 'a.xlsx': zipSync({ 'xl/workbook.xml': new Uint8Array(80_000_000) }) },
      'more than 200 times',
    ],
    [
      'a text that is never closed',
      { 'a.csv': 'source,target\n"a,b\nc,d\n' },
      'a.csv:2 has a quotation mark',
    ],
    [
      'a cell without end',
      { 'a.csv': `source,target\na,${'b'.repeat(1_000_001)}\n` },
      'a.csv:2, cell 2 holds 1000001',
    ],
    [
      'a line of a million cells',
      { 'a.csv': `source,target\n${','.repeat(1_000_000)}\n` },
      'a.csv:2 has 1000001 cells',
    ],
    ['a partition without its network', { 'a.clu': '*Vertices 2\n1\n2\n' }, 'give its .net file along'],
    ['of no format', { 'a.bin': 'nothing' }, 'of no known format'],
    [
      'SQLite of another program',
      { 'a.dna': `SQLite format 3\0${'x'.repeat(600)}` },
      'a.dna cannot be read as SQLite',
    ],
  ])('is refused when %s', async (_, files, expected) => {
    expect(await refusalOf(files)).toContain(expected);
  });

  it('cannot change what objects are by the names of its attributes', async () => {
    const { nodes } = await read({ 'a.graphml': ODD });
    expect(Object.keys(nodes[0]?.properties ?? {})).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(nodes[0]?.properties)).toBe(Object.prototype);
  });

  it('loses NUL and halves of surrogate pairs', async () => {
    const json = String.raw`{"nodes":[{"id":"a","name":"A\u0000\ud800b"},{"id":"b"}],"links":[]}`;
    const { nodes } = await read({ 'a.json': json });
    expect(nodes[0]?.properties.name).toBe('A\ufffdb');
  });

  it('has duplicate ids of nodes and edges told with both places', async () => {
    const text = `${XML}\n<node id="a"/>\n<node id="a"/>\n<edge id="e" source="a" target="a"/>\n<edge id="e" source="a" target="a"/></graph></graphml>`;
    const { nodes, edges, skipped, warnings } = await read({ 'a.graphml': text });
    expect([nodes.length, edges.length, skipped]).toEqual([1, 2, { nodes: 1, edges: 0 }]);
    expect(warnings.map(({ path, message }) => `${path} ${message}`)).toEqual([
      expect.stringContaining('a.graphml:3 has the node id a of a.graphml:2 again'),
      expect.stringContaining('a.graphml:5 has the edge id e again'),
    ]);
  });

  it('has edges to missing nodes skipped and told, or made, or refused, as one chooses', async () => {
    const text = '*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2\n1 9\n';
    const { skipped, warnings } = await read({ 'a.net': text });
    expect([skipped.edges, warnings[0]?.path]).toEqual([1, 'a.net:6']);
    expect(await inShort('a.net', text, { missing: 'make' })).toEqual(['pajek', 3, 2, true, null]);
    expect(await refusalOf({ 'a.net': text }, { missing: 'stop' })).toContain(
      'a.net:6 ends at number 9 of 2',
    );
  });

  it('has hyperedges counted as skipped', async () => {
    const text = `${XML}<node id="a"/><hyperedge><endpoint node="a"/></hyperedge></graph></graphml>`;
    const { skipped, warnings } = await read({ 'a.graphml': text });
    expect([skipped.edges, warnings.length]).toEqual([1, 1]);
  });

  it('is told of no more than five times for one kind of fault', async () => {
    const edges = Array.from({ length: 40 }, (_, at) => `<edge source="a" target="x${at}"/>`).join('\n');
    const { skipped, warnings } = await read({
      'a.graphml': `${XML}<node id="a"/>\n${edges}</graph></graphml>`,
    });
    expect([skipped.edges, warnings.length]).toEqual([40, 6]);
    expect(warnings.at(-1)?.message).toContain('35 more');
  });

  it('is unpacked from gzip and zip, also within each other', async () => {
    const csv = strToU8('source,target\na,b\nb,a\n');
    expect(await inShort('a.csv.gz', gzipSync(csv))).toEqual(['csv', 2, 2, true, null]);
    expect(await inShort('a.zip', zipSync({ 'in/a.csv.gz': gzipSync(csv) }))).toEqual([
      'csv',
      2,
      2,
      true,
      null,
    ]);
  });
});
