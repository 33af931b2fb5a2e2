import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOf } from './refusal-of.ts';

type Parameters = Record<string, unknown>;

const LONG = { s: 'a'.repeat(30_000) };
const HUGE = { s: 'a'.repeat(900_000) };
const HELD = { p: LONG };
const LISTS = { m: { a: Array.from({ length: 200_000 }, (_, at) => at) } };
const COMMAS = { s: ','.repeat(900_000) };

/** The same work written in ways that hide how large it is; the first of each is the plain one. */
const EVASIONS: [what: string, statements: string[], parameters: Parameters][] = [
  [
    'a regular expression behind Unicode escapes',
    [
      "RETURN $s =~ '(a+)+b'",
      "RETURN $s =~ '(a\\u002b)\\u002bb'",
      "RETURN $s =~ '(a\\u002B)+b'",
      "RETURN string.regexReplace($s, '(a\\u002b)\\u002bb', 'x')",
      "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a\\u002b)\\u002bb'",
    ],
    LONG,
  ],
  [
    'many repetitions behind Unicode escapes',
    ["RETURN $s =~ '.*,.*,.*,.*,.*;'", "RETURN $s =~ '.\\u002a,.\\u002a,.\\u002a,.\\u002a,.\\u002a;'"],
    COMMAS,
  ],
  [
    'a parameter whose name stands apart, or goes on by signs of currency',
    [
      'RETURN all(x IN range(1,1000000) WHERE reverse($s) <> toString(x))',
      'RETURN all(x IN range(1,1000000) WHERE reverse($ s) <> toString(x))',
      'RETURN all(x IN range(1,1000000) WHERE reverse($/* */s) <> toString(x))',
      'RETURN all(x IN range(1,1000000) WHERE reverse($\n`s`) <> toString(x))',
    ],
    HUGE,
  ],
  [
    'a parameter of currency',
    ["RETURN size(replace($s€,'a',$s€))", "RETURN size(replace($s$,'a',$s$))"],
    { 's€': LONG.s, s$: LONG.s },
  ],
  [
    'a name that holds what nobody sees',
    [
      'WITH $s AS ab RETURN all(x IN range(1,1000000) WHERE reverse(ab) <> toString(x))',
      'WITH $s AS a\u00adb, 1 AS a RETURN all(x IN range(1,1000000) WHERE reverse(a\u00adb) <> toString(x))',
    ],
    HUGE,
  ],
  [
    'a projection of a map',
    [
      "WITH $p AS p RETURN size(replace(p.s,'a',p.s))",
      "WITH $p AS p RETURN size(replace(p{.s}.s,'a',p{.s}.s))",
      "WITH $p AS p RETURN size(replace(p{.*}.s,'a',p{.*}.s))",
      "WITH $p AS p RETURN size(replace(p{.s, z: 1}['s'],'a',p{.s}['s']))",
      "WITH $p AS p WITH p{.s} AS q RETURN size(replace(q.s,'a',q.s))",
      "WITH {z: $p} AS p RETURN size(replace(p{.z}.z.s,'a',p{.z}.z.s))",
    ],
    HELD,
  ],
  [
    'the element of a pattern whose path has a name',
    [
      "MATCH (a) WITH a, head([(a)--() | $s]) AS t RETURN size(replace(t,'a',t))",
      "MATCH (a) WITH a, head([p = (a)--() | $s]) AS t RETURN size(replace(t,'a',t))",
    ],
    LONG,
  ],
  [
    'a text that true or null is added to',
    [
      "WITH $s + 'a' AS t RETURN replace(t,'a',t)",
      "WITH $s + true AS t RETURN replace(t,'a',t)",
      "WITH $s + null AS t RETURN replace(t,'a',t)",
    ],
    LONG,
  ],
  [
    'a joined text, or that of CASE, for a regular expression',
    [
      "RETURN $s =~ '.*,.*,.*,.*;'",
      "RETURN $s + '' =~ '.*,.*,.*,.*;'",
      "RETURN $s || '' =~ '.*,.*,.*,.*;'",
      "RETURN $s + true =~ '.*,.*,.*,.*;'",
      "RETURN true AND '' + $s =~ '.*,.*,.*,.*;'",
      "RETURN CASE $s WHEN =~ '.*,.*,.*,.*;' THEN 1 ELSE 0 END",
    ],
    COMMAS,
  ],
  [
    'what was put into a list',
    [
      "WITH [$s] AS list RETURN size(replace(list[0],'a',list[0]))",
      "WITH coll.insert([1],0,$s) AS list RETURN size(replace(list[0],'a',list[0]))",
    ],
    LONG,
  ],
  [
    'loops within each other over a projection',
    [
      'WITH $m AS m RETURN size([x IN m.a WHERE size([y IN m.a WHERE y > x]) < 0])',
      'WITH $m AS m RETURN size([x IN m{.a}.a WHERE size([y IN m{.a}.a WHERE y > x]) < 0])',
      'RETURN size([x IN $ m.a WHERE size([y IN $ m.a WHERE y > x]) < 0])',
    ],
    LISTS,
  ],
  [
    'a map that reduce carries along',
    [
      "RETURN size(replace($p.s,'a',$p.s))",
      "RETURN size(replace(reduce(a=$p, b IN [1] | a).s,'a',reduce(a=$p, b IN [1] | a).s))",
    ],
    HELD,
  ],
  [
    'another database',
    [
      'USE other MATCH (n) RETURN n',
      'USE (other) MATCH (n) RETURN n',
      'USE (`other`) MATCH (n) RETURN n',
      'CALL { USE (other) MATCH (n) RETURN n } RETURN n',
      'CYPHER 25 USE (system) RETURN 1',
      'RETURN 1 AS a NEXT USE system RETURN 2',
      'WHEN true THEN USE system RETURN 1',
    ],
    {},
  ],
  [
    'what is given to the next part of a statement',
    [
      "CYPHER 25 RETURN $s AS ok NEXT RETURN size(replace(ok,'a',ok)) AS y",
      ...['skip', 'null', 'in', 'is', 'as', 'distinct', 'case', 'contains', 'starts'].map(
        (name) => `CYPHER 25 RETURN $s AS ${name} NEXT RETURN size(replace(${name},'a',${name})) AS y`,
      ),
    ],
    LONG,
  ],
  [
    'what follows a name',
    ["RETURN size(replace($s,'a',$s)) AS a", "RETURN 1 AS a GROUP BY size(replace($s,'a',$s))"],
    LONG,
  ],
  ['a function under a known name', ['DEFINE FUNCTION abs(x) = reverse(x) RETURN abs($s)'], LONG],
  ['what others may run', ['SHOW PROCEDURES EXECUTABLE BY eve', 'SHOW FUNCTIONS EXECUTABLE BY `eve`'], {}],
];

describe('what is refused plainly written', () => {
  it.each(EVASIONS)('is refused as %s too', (_, statements, parameters) => {
    expect(statements.filter((each) => refusalOf(each, parameters) === undefined)).toEqual([]);
  });

  it('costs the same behind escapes, whatever the regular expression', () => {
    const piece = fc.constantFrom('a', '.', '*', '+', '(', ')', '|', '[', ']', '{2,}', '?', ',');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const plain = pieces.join('');
        const escaped = plain.replaceAll(
          /./g,
          (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        const ask = (text: string) => refusalOf(`RETURN $s =~ '${text}'`, LONG) === undefined;
        expect(ask(escaped)).toBe(ask(plain));
      }),
    );
  });
});

describe('what only looks like it', () => {
  it.each([
    ['MATCH (n) RETURN n{.name, .born, friends: [(n)--(m) | m.name]} AS person', {}],
    ['MATCH (n) WITH n{.*} AS p RETURN p.name ORDER BY p.name', {}],
    ['WITH {use: 1, define: 2} AS map RETURN map.use + map.define AS sum', {}],
    ['MATCH (use) WHERE CASE WHEN use.a THEN use ELSE use END IS NOT NULL RETURN use', {}],
    ["MATCH (n:$('A')) RETURN n", {}],
    ['RETURN reduce(sum = 0, x IN [1, 2] | sum + x) AS sum', {}],
    ['SHOW PROCEDURES EXECUTABLE BY CURRENT USER YIELD name RETURN name', {}],
    ['MATCH (a) RETURN [p = (a)--(b) | length(p)] AS lengths', {}],
    ["MATCH (n) WHERE n.a = true AND n.name + ' ' + n.last =~ '.*a.*b.*' RETURN n", {}],
    ["RETURN '\\u00e9' =~ '\\u00e9+' AS same", {}],
  ])('is admitted: %s', (statement, parameters) => {
    expect(refusalOf(statement, parameters)).toBeUndefined();
  });
});
