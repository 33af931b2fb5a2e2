import { describe, expect, it } from 'vitest';
import { inShort, read, refusalOf } from './given.ts';

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('reading a table', () => {
  it.each([
    ['by commas', 'source,target\na,b\nb,a\n', ['csv', 2, 2, true, null]],
    ['by semicolons, with decimal commas', 'from;to;weight\na;b;1,5\nb;c;2,25\n', ['csv', 3, 2, true, 3.75]],
    ['by tabs', 'source\ttarget\tweight\na\tb\t1.5\nb\ta\t2\n', ['tsv', 2, 2, true, 3.5]],
    ['by blanks, after comments', '# a graph\n# of SNAP\n1 2\n2 3\n3 1\n1 3\n', ['csv', 3, 4, true, null]],
    ["after Excel's first line", 'sep=;\nsource;target\na;b\nb;a\n', ['csv', 2, 2, true, null]],
    ['of thousands with points', 'from;to;value\na;b;1.234,5\nb;a;2.000,5\n', ['csv', 2, 2, true, 3235]],
    ['without a header', 'a,b\na,c\nb,c\na,d\nb,d\n', ['csv', 4, 5, false, null]],
    [
      'after lines of title',
      'Who knows whom\n\nsource,target,weight\na,b,1\nb,a,2\n',
      ['csv', 2, 2, true, 3],
    ],
    ['as a matrix with an isolate', ',a,b,c\na,0,1,0\nb,2,0,0\nc,0,0,0\n', ['csv', 3, 2, true, 3]],
    ['as a symmetric matrix', ',a,b,c\na,0,1,2\nb,1,0,0\nc,2,0,0\n', ['csv', 3, 2, false, 3]],
    ['as a matrix of two modes', ',x,y\na,1,0\nb,1,1\n', ['csv', 4, 3, false, 3]],
    ['as votes in cells', 'country,R1,R2\nA,yes,no\nB,no,abstain\nC,yes,NA\n', ['csv', 5, 5, false, null]],
    [
      'with line breaks in cells',
      'source,target,note\na,b,"one\ntwo"\nb,a,"x ""y"""\n',
      ['csv', 2, 2, true, null],
    ],
    ['of two names without a header', 'A B\nB C\nC A\n', ['csv', 3, 3, false, null]],
    ['of two names and a number without a header', 'A B 1.5\nB C 2\n', ['csv', 3, 2, false, 3.5]],
    ["with networkx' dictionaries", "a b {'weight': 1.0}\nb c {'weight': 2.5}\n", ['csv', 3, 2, false, 3.5]],
    ['as a matrix of signs', ',A,B,C\nA,0,+,-\nB,+,0,-\nC,-,-,0\n', ['csv', 3, 3, false, -1]],
    ['with a column of row numbers', ',source,target\n1,a,b\n2,b,a\n', ['csv', 2, 2, true, null]],
  ])('%s', async (_, text, expected) => {
    expect(await inShort('a.csv', text)).toEqual(expected);
  });

  it('tells encodings by marks and by bytes, and says when it guessed', async () => {
    const text = 'source,target\nŠ,é\né,Š\n';
    expect((await read({ 'a.txt': utf16(text) })).nodes.map(({ key }) => key)).toEqual(['Š', 'é']);
    const { nodes, warnings } = await read({ 'a.csv': latin1('source,target\nMünchen,b\nb,München\n') });
    expect(nodes[0]?.key).toBe('München');
    expect(warnings[0]?.message).toContain('windows-1252');
  });

  it('takes signs from words, from numbers of both signs, and from a threshold', async () => {
    const words = await read({ 'a.csv': 'source,target,stance\na,b,approve\na,c,reject\nb,c,neutral\n' });
    expect(words.edges.map(({ properties }) => properties.sign)).toEqual([1, -1, 0]);
    const weights = await read({ 'a.csv': 'source,target,weight\na,b,3\nb,a,-2\n' });
    expect(weights.edges.map(({ properties }) => properties.sign)).toEqual([1, -1]);
    const ends = { source: { column: 'source' }, target: { column: 'target' } };
    const mapping = {
      tables: [{ kind: 'edges' as const, ...ends, sign: { column: 'score', threshold: 5 } }],
    };
    const scores = await read({ 'a.csv': 'source,target,score\na,b,9\nb,a,1\na,c,5\n' }, { mapping });
    expect(scores.edges.map(({ properties }) => properties.sign)).toEqual([1, -1, 0]);
  });

  it('tells of rows of another length, weights that are no numbers, and columns of one name', async () => {
    const { warnings } = await read({
      'a.csv': 'from,to,weight,note,note\na,b,1,,\na,c\nb,c,many,,\nc,a,3,,,,x\n',
    });
    expect(warnings.map(({ path, message }) => `${path} ${message}`)).toEqual([
      expect.stringContaining('a.csv has several columns called note'),
      expect.stringContaining('a.csv:3 has 2 cells, but the header has 5'),
      expect.stringContaining('a.csv:5 has 7 cells'),
      expect.stringContaining('a.csv:4 has weight “many”, which is no number'),
    ]);
  });

  it('takes dates as they are usually written', async () => {
    const dates = [
      '2025',
      '2025-10-07',
      '7.10.2025',
      '13/10/2025',
      'Oct 7, 2025',
      '2025-10-07T12:00:00+02:00',
    ];
    const rows = dates.map((date, at) => `a,b${at},"${date}"`).join('\n');
    const { edges } = await read({ 'a.csv': `source,target,date\n${rows}\n` });
    expect(edges.map(({ properties }) => properties.statedOn)).toEqual([
      ...['2025', '2025-10-07', '2025-10-07', '2025-10-13', '2025-10-07', '2025-10-07T10:00:00Z'],
    ]);
    const american = await read({ 'a.csv': 'source,target,date\na,b,10/07/2025\nb,a,10/31/2025\n' });
    expect(american.edges[0]?.properties.statedOn).toBe('2025-10-07');
    const unix = await read({ 'a.csv': 'Source,Target,Time\na,b,1289241912\nb,a,1289241942\n' });
    expect(unix.edges[0]?.properties.statedOn).toBe('2010-11-08T18:45:12Z');
  });

  it('keeps codes with leading zeros, and ids of two kinds apart', async () => {
    const { nodes, edges } = await read({
      'a.csv': 'employeeID,territoryID\n1,06897\n2,1\n3,06897\n4,19713\n5,02116\n',
    });
    expect(nodes.map(({ key }) => key)).toContain('territoryID: 06897');
    expect(nodes.map(({ key }) => key)).toEqual(expect.arrayContaining(['employeeID: 1', 'territoryID: 1']));
    expect(edges).toHaveLength(5);
  });

  it('joins tables of nodes and edges, and counts edges to missing nodes', async () => {
    const nodes = 'id,name,labels,population\na,Aland,"[""State""]",5\nb,Bland,,\n';
    const network = await read({ 'e.csv': 'source,target\na,b\nb,a\na,z\n', 'n.csv': nodes });
    expect(network.nodes).toEqual([
      { key: 'a', labels: ['State'], properties: { name: 'Aland', population: 5 } },
      { key: 'b', labels: [], properties: { name: 'Bland' } },
    ]);
    expect([network.edges.length, network.skipped.edges, network.warnings[0]?.path]).toEqual([
      2,
      1,
      'e.csv:4',
    ]);
  });

  it('of years of countries gives the last year of each', async () => {
    const csv = 'country,year,v2x_polyarchy\nA,1990,0.5\nA,1991,0.6\nB,1990,0.2\n';
    const { nodes, skipped } = await read({ 'a.csv': csv });
    expect(nodes.map(({ key, properties }) => [key, properties.v2x_polyarchy])).toEqual([
      ['A', 0.6],
      ['B', 0.2],
    ]);
    expect(skipped.nodes).toBe(1);
  });

  it('is read as a mapping says, with names of one actor as one', async () => {
    const mapping = {
      same: { 'United States': ['USA', 'US'] },
      tables: [
        {
          ...{
            kind: 'edges' as const,
            columns: ['who', 'whom'],
            type: { value: 'CRITICISES' },
            ignore: ['junk'],
          },
          ...{ source: { column: 'who', label: 'State' }, target: { column: 'whom', label: 'State' } },
          ...{ directed: true, evidence: { claim: 'text' }, sign: { column: 'how', negative: ['bad'] } },
        },
      ],
    };
    const { nodes, edges } = await read(
      { 'a.csv': 'who,whom,how,text,junk\nUSA,France,bad,They said so.,1\nFrance,US,bad,So did they.,2\n' },
      { mapping },
    );
    expect(nodes.map(({ key, labels }) => [key, labels])).toEqual([
      ['United States', ['State']],
      ['France', ['State']],
    ]);
    expect(edges[0]).toEqual({
      ...{ source: 'United States', target: 'France', directed: true, type: 'CRITICISES' },
      properties: { sign: -1, how: 'bad', claim: 'They said so.' },
    });
  });

  it('is refused with the columns there are, where a mapping names another', async () => {
    const mapping = {
      tables: [{ kind: 'edges' as const, source: { column: 'who' }, target: { column: 'target' } }],
    };
    expect(await refusalOf({ 'a.csv': 'source,target\na,b\n' }, { mapping })).toContain(
      'a.csv has no column who, which the mapping names; there are source, target',
    );
  });

  it('knows the votes of the UN General Assembly', async () => {
    const { nodes, edges } = await read({
      'v.csv': 'rcid,country,country_code,vote\n3,Cuba,CU,yes\n3,Canada,CA,no\n4,Cuba,CU,abstain\n',
    });
    expect(nodes.find(({ key }) => key === 'Cuba')).toEqual({
      ...{ key: 'Cuba', labels: ['State'], properties: { country_code: 'CU' } },
    });
    expect(edges.map(({ source, target, properties }) => [source, target, properties.sign])).toEqual([
      ['Cuba', '3', 1],
      ['Canada', '3', -1],
      ['Cuba', '4', 0],
    ]);
  });
});
