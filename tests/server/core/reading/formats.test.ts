import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { codingOf } from './coding.ts';
import { inShort, read } from './given.ts';

const GEXF = `<?xml version="1.0"?><gexf version="1.2" xmlns:viz="http:///www.gexf.net/1.1draft/viz">
<graph defaultedgetype="undirected" mode="dynamic"><attributes class="node">
<attribute id="0" title="bloc" type="string"><default>none</default></attribute></attributes>
<nodes><node id="a" label="Aland" start="1990-01-01"><viz:color r="255" g="0" b="16"/><viz:position x="1.5" y="-2"/>
<attvalues><attvalue for="0" value="north"/></attvalues><nodes><node id="c" label="Cland"/></nodes></node>
<node id="b" label="Bland"><spells><spell start="1991" end="1993"/><spell start="1995" end="1999"/></spells></node></nodes>
<edges><edge id="0" source="a" target="b" weight="-2" type="directed"/><edge id="1" source="c" target="b"/></edges>
</graph></gexf>`;

const GRAPHML = `<graphml><key id="n" for="node" attr.name="name" attr.type="string"/>
<key id="w" for="edge" attr.name="weight" attr.type="double"><default>1</default></key>
<key id="y" for="node" yfiles.type="nodegraphics"/>
<graph edgedefault="directed"><node id="1" labels=":State"><data key="n">Aland</data></node>
<node id="2"><data key="y"><y:ShapeNode><y:Geometry x="3" y="4"/><y:Fill color="#ff0000"/><y:NodeLabel>Bland</y:NodeLabel></y:ShapeNode></data></node>
<edge source="1" target="2" label="ALLIED_WITH"><data key="w">2.5</data></edge><edge source="2" target="1" directed="false"/>
</graph></graphml>`;

const GML = `Creator "a hand"
graph [ directed 1
 node [ id 1 label "Aland &#246;" graphics [ x 1 y 2 fill "#00ff00" ] ]
 node [ id 2 label "Bland" ]
 edge [ source 1 target 2 value 3 weight 2 ]
 edge [ source 1 target 2 ] ]`;

const PAJEK = `*Network small
*Vertices 3
1 "A land" 0.1 0.2 ic Red
2 "Bland" [1-3,7]
3 Cland
*Arcs :1 "threatens"
1 2 -3
*Edges
2 3
*Network second
*Vertices 2
*Arcs
1 2 1
`;

const DL = 'dl n=3 format=lowerhalf diagonal=absent\nlabels: a b c\ndata:\n1\n0 2\n';

describe('reading a file of another program', () => {
  it.each([
    ['GEXF', 'small.gexf', GEXF, ['gexf', 3, 2, 'mixed', -1]],
    ['GraphML', 'small.graphml', GRAPHML, ['graphml', 2, 2, 'mixed', 3.5]],
    ['GML', 'small.gml', GML, ['gml', 2, 2, true, 3]],
    ['Pajek', 'small.net', PAJEK, ['pajek', 3, 2, 'mixed', -2]],
    ['half a matrix of DL', 'small.dl', DL, ['dl', 3, 2, false, 3]],
    [
      'node lists of DL in two modes',
      'two.dl',
      'dl nr=2 nc=3 format=nodelist2\nrow labels: a b\ncolumn labels: x y z\ndata:\n1 1 3\n2 2\n',
      ['dl', 5, 3, false, null],
    ],
    [
      'node-link JSON by places',
      'd3.json',
      '{"nodes":[{"name":"a"},{"name":"b"}],"links":[{"source":0,"target":1,"value":4}]}',
      ['json', 2, 1, false, 4],
    ],
    [
      'node-link JSON of networkx',
      'nx.json',
      '{"directed":true,"multigraph":true,"graph":{},"nodes":[{"id":1},{"id":2}],"edges":[{"source":1,"target":2,"key":0},{"source":1,"target":2,"key":1}]}',
      ['json', 2, 2, true, null],
    ],
    [
      'graphology JSON',
      'g.json',
      '{"options":{"type":"mixed"},"nodes":[{"key":"a"},{"key":"b"}],"edges":[{"source":"a","target":"b","undirected":true,"attributes":{"weight":2}}]}',
      ['json', 2, 1, false, 2],
    ],
    [
      'Cytoscape',
      'c.cyjs',
      '{"elements":{"nodes":[{"data":{"id":"1","name":"A"},"position":{"x":1,"y":2}},{"data":{"id":"2"}}],"edges":[{"data":{"id":"3","source":"1","target":"2","interaction":"pp"}}]}}',
      ['json', 2, 1, true, null],
    ],
    [
      'JSON Graph Format',
      'jgf.json',
      '{"graph":{"directed":false,"nodes":{"a":{"label":"A"},"b":{}},"edges":[{"source":"a","target":"b","relation":"knows"}]}}',
      ['json', 2, 1, false, null],
    ],
    [
      "Neo4j's JSON Lines",
      'apoc.json',
      '{"type":"node","id":"0","labels":["User"],"properties":{"name":"a"}}\n{"type":"node","id":"1","labels":["User"]}\n{"type":"relationship","id":"0","label":"KNOWS","properties":{"since":1993},"start":{"id":"0"},"end":{"id":"1"}}\n',
      ['jsonl', 2, 1, true, null],
    ],
    [
      'the adjacency of networkx',
      'adj.json',
      '{"directed":false,"nodes":[{"id":0},{"id":1}],"adjacency":[[{"id":1,"weight":2}],[{"id":0,"weight":2}]]}',
      ['json', 2, 1, false, 2],
    ],
    [
      'a list of elements of Cytoscape.js',
      'flat.json',
      '[{"data":{"id":"a"}},{"data":{"id":"b"}},{"data":{"id":"ab","source":"a","target":"b"}}]',
      ['json', 2, 1, true, null],
    ],
    [
      'labels within a matrix of DL',
      'in.dl',
      'dl nr=2 nc=2\nrow labels embedded\ncol labels embedded\ndata:\n x y\na 1 0\nb 0 1\n',
      ['dl', 4, 2, false, 2],
    ],
    [
      'lists of names of DL',
      'n.dl',
      'DL n=3\nformat=nodelist1\nlabels embedded\ndata:\na b c\nb a\n',
      ['dl', 3, 3, true, null],
    ],
    [
      'two matrices of DL',
      'm.dl',
      'dl n=2 nm=2\nmatrix labels: likes hates\nlabels: a,b\ndata:\n0 1\n1 0\n0 0\n1 0\n',
      ['dl', 2, 3, true, 3],
    ],
    [
      'rows of JSON',
      'rows.json',
      '[{"source":"a","target":"b","sign":1},{"source":"b","target":"a","sign":-1}]',
      ['json', 2, 2, true, null],
    ],
  ])('%s', async (_, name, text, expected) => {
    expect(await inShort(name, text)).toEqual(expected);
  });

  it('keeps what GEXF says of looks, hierarchy, time and attributes', async () => {
    const { nodes, edges } = await read({ 'small.gexf': GEXF });
    expect(nodes.find(({ key }) => key === 'a')?.properties).toEqual({
      ...{ name: 'Aland', bloc: 'north', color: '#ff0010', x: 1.5, y: -2, since: '1990-01-01' },
    });
    expect(nodes.find(({ key }) => key === 'c')?.properties).toEqual({
      name: 'Cland',
      bloc: 'none',
      parent: 'a',
    });
    expect(nodes.find(({ key }) => key === 'b')?.properties).toMatchObject({
      ...{ since: '1991', until: '1999', spells: ['1991/1993', '1995/1999'] },
    });
    expect(edges[0]?.properties).toEqual({ id: '0', weight: -2, sign: -1 });
  });

  it('takes the labels, types, places and names that Neo4j and yEd write into GraphML', async () => {
    const { nodes, edges } = await read({ 'small.graphml': GRAPHML });
    expect(nodes[0]).toMatchObject({ labels: ['State'], properties: { name: 'Aland' } });
    expect(nodes[1]?.properties).toEqual({ name: 'Bland', x: 3, y: 4, color: '#ff0000' });
    expect(edges[0]?.type).toBe('ALLIED_WITH');
  });

  it("reads GML's characters and places", async () => {
    const { nodes } = await read({ 'small.gml': GML });
    expect(nodes[0]?.properties).toEqual({ name: 'Aland ö', x: 1, y: 2, color: '#00ff00' });
  });

  it('names the second network of a Pajek project, and takes relations, signs and times of the first', async () => {
    const { nodes, edges, skipped, warnings } = await read({ 'small.net': PAJEK });
    expect(edges[0]).toMatchObject({ type: 'threatens', properties: { weight: -3, sign: -1 } });
    expect(nodes[1]?.properties).toMatchObject({ start: 1, end: 7 });
    expect(skipped.edges).toBe(1);
    expect(warnings[0]).toMatchObject({ path: 'small.net:10', message: expect.stringContaining('second') });
  });

  it('joins a Pajek partition with its network', async () => {
    const { nodes } = await read({ 'small.net': PAJEK, 'camp.clu': '*Vertices 3\n1\n2\n2\n\n1 - north\n' });
    expect(nodes.map(({ properties }) => properties.camp)).toEqual([1, 2, 2]);
  });

  it('reads the sheets of a workbook as tables of one network, with dates as dates', async () => {
    const cell = (r: string, text: string) => `<c r="${r}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = (rows: string) => strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
    const bytes = zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="ties" r:id="r1"/><sheet name="people" r:id="r2"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
      ),
      'xl/styles.xml': strToU8(
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      ),
      'xl/worksheets/sheet1.xml': sheet(
        `<row r="1">${cell('A1', 'from')}${cell('B1', 'to')}${cell('C1', 'date')}</row><row r="3">${cell('A3', 'a')}${cell('B3', 'b')}<c r="C3" s="1"><v>45658</v></c></row>`,
      ),
      'xl/worksheets/sheet2.xml': sheet(
        `<row r="1">${cell('A1', 'id')}${cell('B1', 'name')}</row><row r="2">${cell('A2', 'a')}${cell('B2', 'Ann')}</row><row r="3">${cell('A3', 'b')}${cell('B3', 'Bob')}</row><row r="4">${cell('A4', 'c')}${cell('B4', 'Cem')}</row>`,
      ),
    });
    const { format, nodes, edges } = await read({ 'book.xlsx': bytes });
    expect([format, nodes.map(({ properties }) => properties.name)]).toEqual(['xlsx', ['Ann', 'Bob', 'Cem']]);
    expect(edges).toEqual([
      { source: 'a', target: 'b', directed: true, properties: { statedOn: '2025-01-01' } },
    ]);
  });

  it('reads OpenDocument with repeated cells', async () => {
    const cell = (text: string) =>
      `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
    const number =
      '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="2.0"><text:p>2</text:p></table:table-cell>';
    const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="m">${row(cell(''), cell('x'), cell('y'))}${row(cell('x'), number)}${row(cell('y'), number)}</table:table></office:spreadsheet></office:body></office:document-content>`;
    const bytes = zipSync({
      mimetype: strToU8('a'),
      'content.xml': strToU8(content),
      'META-INF/manifest.xml': strToU8('<m/>'),
    });
    expect(await inShort('m.ods', bytes)).toEqual(['ods', 2, 3, false, 6]);
  });

  it('reads a coding of Discourse Network Analyzer: who, what, agreement, words, place, day and coder', async () => {
    const { edges, nodes, skipped } = await read({ 'coding.dna': await codingOf() });
    expect(nodes.map(({ key, labels }) => [key, labels.at(-1)])).toEqual([
      ['document 1', 'Source'],
      ['Aland', 'Organisation'],
      ['Join', 'Issue'],
    ]);
    expect(edges).toEqual([
      {
        ...{ source: 'Aland', target: 'Join', directed: true },
        properties: {
          ...{
            id: 'statement 1',
            sign: -1,
            statedOn: '2005-01-26',
            quotation: 'We won’t',
            source: 'document 1',
          },
          ...{ quotationStart: 5, quotationEnd: 13, coder: 'Eve' },
        },
      },
    ]);
    expect(skipped.edges).toBe(1);
  });
});
