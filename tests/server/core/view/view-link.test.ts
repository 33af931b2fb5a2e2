import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCES, MODALITIES } from '../../../../server/core/model/evidence.ts';
import { type View, view } from '../../../../server/core/view/view.ts';
import { searchToView, viewToSearch } from '../../../../server/core/view/view-link.ts';

const key = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const keys = fc.array(key, { minLength: 1, maxLength: 4 });
const coordinate = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const anyView: fc.Arbitrary<View> = fc.record(
  {
    label: keys,
    type: keys,
    modality: fc.subarray([...MODALITIES], { minLength: 1 }),
    confidence: fc.subarray([...CONFIDENCES], { minLength: 1 }),
    from: fc.constantFrom('2025', '2025-10', '2025-10-07'),
    focus: keys,
    depth: fc.integer({ min: 0, max: 4 }),
    hide: keys,
    select: keys,
    layout: fc.constantFrom('force', 'circle', 'hierarchy', 'groups'),
    along: keys,
    shape: fc.constantFrom('communities', 'camps', 'property:kind'),
    width: fc.constantFrom('same', 'parallel', 'confidence', 'property:weight'),
    group: fc.constantFrom('label', 'part', 'communities', 'camps', 'blocs', 'property:kind'),
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    theme: fc.constantFrom('light', 'dark'),
    table: fc.boolean(),
    caption: fc.string({ maxLength: 100 }),
    camera: fc.record({
      x: coordinate,
      y: coordinate,
      ratio: fc.double({ min: 0.01, max: 100, noNaN: true }),
    }),
    pins: fc.dictionary(
      fc.oneof({ arbitrary: key, weight: 4 }, fc.constantFrom('__proto__', 'constructor', 'toString')),
      fc.tuple(coordinate, coordinate),
      { minKeys: 1, maxKeys: 4 },
    ),
  },
  { requiredKeys: [] },
);

describe('a view as a link', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyView, (given) => {
        const { view: read, problems } = searchToView(viewToSearch(given));
        expect(problems).toEqual([]);
        expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  it('reads as parameters that a person can edit', () => {
    const link = viewToSearch({
      focus: ['someone'],
      depth: 1,
      type: ['SUPPORTS', 'OPPOSES'],
      from: '2025-10',
    });
    expect(link).toBe('type=SUPPORTS&type=OPPOSES&from=2025-10&focus=someone&depth=1');
  });

  it('stays short for a typical view', () => {
    const pins = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`some-actor-${i}`, [i * 12.5, i] as [number, number]]),
    );
    const link = viewToSearch({
      focus: ['someone'],
      depth: 2,
      type: ['SUPPORTS'],
      pins,
      camera: { x: 0.5, y: 0.5, ratio: 1.25 },
    });
    expect(link.length).toBeLessThan(2_000);
  });

  it('tells each parameter that cannot be read and shows the default for it', () => {
    const { view: read, problems } = searchToView(
      'depth=99&from=2025-13&nonsense=1&layout=force&layout=circle&type=SUPPORTS&packed=%%%',
    );
    expect(read).toEqual({ type: ['SUPPORTS'] });
    expect(problems.map((each) => each.path).sort()).toEqual([
      'depth',
      'from',
      'layout',
      'nonsense',
      'packed',
    ]);
  });

  it.each([
    [
      'colour=community',
      'is "community"; it takes one of degree, weightedDegree, betweenness, closeness, pagerank, eigenvector, communities, camps, blocs, property:NAME.',
    ],
    ['path=a,b', 'is given once; it takes at least 2, each as a parameter of its own.'],
    ['path=a&path=b&path=c', 'is given 3 times; it takes at most 2, each as a parameter of its own.'],
    ['threshold=7', 'is 7; it takes at most 1.'],
    ['depth=99999999999999999999', 'is 100000000000000000000; it takes at most 4.'],
    ['focus=', 'is of the wrong length; it takes at least 1 character.'],
    ['where=nonsense', 'takes node:NAME=VALUE or edge:NAME=VALUE.'],
    [
      'size=big',
      'is "big"; it takes one of same, degree, weightedDegree, betweenness, closeness, pagerank, eigenvector, property:NAME.',
    ],
  ])('says of %s what would do instead', (search, message) => {
    expect(searchToView(search).problems).toEqual([{ path: search.split('=')[0], message }]);
  });

  it('keeps where a node was put that is called like a member of every object', () => {
    const pins = JSON.parse('{"__proto__":[1,2],"constructor":[3,4]}') as NonNullable<View['pins']>;
    const { view: read, problems } = searchToView(viewToSearch({ pins }));
    expect(problems).toEqual([]);
    expect(Object.entries(read.pins ?? {}).sort()).toEqual([
      ['__proto__', [1, 2]],
      ['constructor', [3, 4]],
    ]);
  });

  it.each([
    ['a coordinate beyond all bounds', { pins: { a: [1e300, 0] } }],
    ['a coordinate that is no number', { pins: { a: ['<b>', 0] } }],
    ['a list for pins', { pins: [[1, 2]] }],
    ['text for pins', { pins: 'javascript:alert(1)' }],
    ['a name without letters', { pins: { '': [0, 0] } }],
    ['more than a view packs', { pins: {}, script: '<script>' }],
  ])('refuses %s as a whole', (_, packed) => {
    const { view: read, problems } = searchToView(`packed=${btoa(JSON.stringify(packed))}`);
    expect(read).toEqual({});
    expect(problems.map(({ path }) => path)).toEqual(['packed']);
  });

  it('never throws and never gives more than a view, whatever the link says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webQueryParameters(),
          fc.base64String().map((text) => `packed=${text}`),
        ),
        (search) => {
          const { view: read } = searchToView(search);
          expect(view.safeParse(read).success).toBe(true);
        },
      ),
    );
  });

  it('takes names of prototype members for ordinary unknown ones', () => {
    const { view: read, problems } = searchToView('__proto__=1&constructor=2&toString=3');
    expect(read).toEqual({});
    expect(problems).toHaveLength(3);
  });
});
