import { expect, it } from 'vitest';
import { createNames } from '../../server/core/answers/names.ts';
import { readEmbed } from '../../server/core/contract/embed.ts';
import { searchToWorkbench } from '../../server/core/contract/workbench-link.ts';
import { scriptParts } from '../../server/core/formats/script-parts.ts';
import { folded } from '../../server/core/view/text-match.ts';
import { searchToView } from '../../server/core/view/view-link.ts';
import { badAddresses, captionText, readCaption } from '../../server/core/words/caption.ts';
import { checkShape } from '../../server/guard/cost/shape.ts';
import { Refusal } from '../../server/guard/refusal.ts';
import { readCypherRequest } from '../../server/guard/request.ts';
import { checkSizes } from '../../server/guard/syntax/clauses.ts';
import { checkFunctions } from '../../server/guard/syntax/functions.ts';
import { readTokens } from '../../server/guard/syntax/lexer.ts';
import { readSyntax } from '../../server/guard/syntax/syntax.ts';

const NAMES = createNames();
NAMES.add([{ key: 'a', caption: 'A b', named: 'name', aliases: ['É'], labels: [] }]);

/** What is read of texts that strangers send, and pieces of which such a text can be made as long as one likes. */
const READERS: [name: string, read: (text: string) => unknown, begins: string[], pieces: string[]][] = [
  [
    'a statement',
    readStatement,
    ['', 'RETURN '],
    [
      ...[
        ' a AS a',
        '`a`',
        '``',
        '$',
        '$`a',
        '$a',
        '/**/',
        '//\n',
        '/',
        '/*/',
        "'",
        '"',
        "'a'",
        '\\',
        '\r\n',
      ],
      ...[
        '1.',
        '.',
        '1e',
        '1_',
        'ab',
        'é',
        '(',
        '()',
        '((',
        ')',
        '[x IN ',
        ' CASE',
        ' END',
        'a.',
        'a(',
        'a(),',
      ],
      ...[
        ' CASE WHEN a THEN b END',
        ':A|B',
        '-',
        '-[',
        '--',
        ',',
        ' CALL {',
        ' CALL {}',
        ' EXISTS {}',
        ' NOT',
      ],
      ...[
        ' MATCH (a)',
        ' MATCH (a)--(b)',
        ' UNION',
        ' {a:',
        '{a:1},',
        ' UNWIND x AS x',
        ' LET x =',
        ' + a',
        '[0]',
      ],
      ...[' USING INDEX a:b(c)', ', [x IN a | x]', ', reduce(s = 0, x IN a | s + x)', ', range(1, size(a))'],
      ...[
        ' YIELD a AS b',
        ' LIMIT 1',
        ' WITH DISTINCT a',
        ', collect(a) AS b',
        ' AS',
        ';',
        '$$',
        '=~',
        '..',
        '<=',
      ],
    ],
  ],
  [
    'a script',
    scriptParts,
    ['', ':a', "RETURN '", 'RETURN "', 'RETURN `'],
    [
      'a',
      ' ',
      ';',
      ' ;',
      '\n',
      "'",
      '"',
      '`',
      '\\',
      "''",
      "'a';",
      '/',
      '/*',
      '/**/',
      '//\n',
      ':a\n',
      ': \n',
      'a;\n',
    ],
  ],
  [
    'a link',
    (text) => [searchToView(text), readEmbed(text), searchToWorkbench(text)],
    [''],
    [
      ...[
        '&',
        '=',
        '+',
        '%',
        '%41',
        '%zz',
        '&type=A',
        '&type',
        '&where=node:a=b',
        '&expandBy=a',
        '&select=a',
      ],
      ...[
        '&from=2020',
        '&$a=String:b',
        '&$a',
        '&pins=a,1,2',
        '&text=a',
        '&unknown=1',
        '&packed=a',
        '?',
        '#',
        '\u0000',
      ],
    ],
  ],
  [
    'a request',
    (text) => readCypherRequest(Buffer.from(JSON.stringify({ statement: text })), 10),
    ['', '/*', '// ', 'EXPLAIN '],
    ['/*', '*/', '//', '\n', '*', '/', ' ', 'explain ', '/**/', '/* */'],
  ],
  [
    'the words of a search',
    (text) => [folded(text), NAMES.find(text, 5)],
    [''],
    ['a', ' ', 'é', 'e\u0301', 'İ', 'ß', '\u0301', '😀', '\ud800', '-', "'"],
  ],
  [
    'a packed view',
    (text) => searchToView(`?packed=${Buffer.from(text).toString('base64url')}`),
    ['', '{"pins":{"a":{"x":1,"y":1}', '{"camera":{"x":1,"y":1,"ratio":1,"angle":0}', '{"pins":'],
    [',"b":{"x":1,"y":1}', ',"camera":{}', '[', '{"pins":', '{"', '\\u0000', '1', '"', ',[]', '-', 'é', '\n'],
  ],
  [
    'a caption',
    (text) => [captionText(readCaption(text)), badAddresses(text)],
    [''],
    [
      ...[
        'a',
        '\n',
        '\n\n',
        '- a\n',
        '1. a\n',
        '*',
        '**',
        '*a**b',
        '_a__b',
        '**a*b_c',
        '*a ',
        '_a',
        '`',
        '`a` ',
        '[',
        ']',
        '[a](b) ',
        '[a](',
        '![',
      ],
      ...['<', '<a', '&', '&amp;', '\\', '# a\n', '---\n', '\t', '  \n', '[a]: b\n', '](', '<!--', '~~'],
    ],
  ],
];
/** So many pieces, and this many times as many; what grows with the square takes 64 times as long. */
const [FEW, TIMES] = [80, 8];
const MOST = 3 * TIMES;

function readStatement(text: string): void {
  const tokens = readTokens(text);
  const syntax = readSyntax(tokens);
  for (const check of [checkShape, checkSizes, (of: typeof syntax) => checkFunctions(of, new Set())])
    ignoringRefusals(() => check(syntax, {}));
}

function ignoringRefusals(work: () => unknown): void {
  try {
    work();
  } catch (cause) {
    // A stack that overflows is no refusal.
    if (!(cause instanceof Refusal)) throw cause;
  }
}

/** Milliseconds of the processor, which others who are at work do not add to. */
function cost(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  let times = 0;
  // Long enough to be measured, whatever the machine.
  for (; process.cpuUsage(before).user < 2_000; times += 1) ignoringRefusals(() => read(text));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / times;
}

it.each(READERS)(
  'reads %s in a time that grows no faster than its length',
  (_, read, begins, pieces) => {
    const slow: string[] = [];
    for (const begin of begins)
      for (const piece of pieces) {
        const ratio = () =>
          cost(read, begin + piece.repeat(FEW * TIMES)) / cost(read, begin + piece.repeat(FEW));
        // Whatever else the machine does now and then makes a ratio larger; nothing makes all of five so.
        const ratios: number[] = [];
        while (ratios.length < 5 && !ratios.some((each) => each < MOST)) ratios.push(ratio());
        if (Math.min(...ratios) >= MOST) slow.push(`${begin}${piece} × ${ratios.map(Math.round).join(', ')}`);
      }
    expect(slow).toEqual([]);
  },
  120_000,
);
