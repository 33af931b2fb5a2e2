import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoryFile, storyFaults, writeStoryFile } from '../../../../server/core/files/story.ts';
import { type StoryFile, storyFile } from '../../../../server/core/model/story.ts';
import { viewToSearch } from '../../../../server/core/view/view-link.ts';

const odd = fc.constantFrom(
  '5',
  'null',
  '- a',
  'a: b',
  '# no',
  '"',
  '|',
  '*x',
  '{a}',
  '\u0000',
  '… \u2028 ',
  '---',
);
const text = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ minLength: 1, maxLength }),
      fc.array(fc.oneof(odd, fc.string()), { minLength: 1 }).map((parts) => parts.join('\n')),
    )
    .map((each) => each.trim().slice(0, maxLength).trim())
    .filter((each) => each.length > 0);
const view = fc
  .record({
    focus: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
    depth: fc.integer({ min: 0, max: 4 }),
  })
  .map(viewToSearch);
const story: fc.Arbitrary<StoryFile> = fc.record(
  {
    title: text(200),
    summary: text(1000),
    steps: fc.array(
      fc.record(
        { title: text(200), caption: text(500), notes: text(500), view },
        { requiredKeys: ['title', 'caption', 'view'] },
      ),
      { minLength: 1, maxLength: 5 },
    ),
  },
  { requiredKeys: ['title', 'steps'] },
);

describe('the file of a story', () => {
  it('holds every story that there can be, and gives it back as it was', () => {
    fc.assert(
      fc.property(story, (given) => {
        const { story: read, problems } = readStoryFile(writeStoryFile(given), 'a.yaml');
        expect(read).toEqual(storyFile.parse(given));
        expect(problems).toEqual(storyFaults(given).map(() => expect.anything()));
      }),
    );
  });

  it.each([
    ['text that is no YAML', 'title: "open', 'a.yaml:1', /is not YAML/],
    ['a list', '- title: x\n', 'a.yaml:1', /is not an entry with fields|lacks the field|object/],
    [
      'a step of a wrong field',
      'title: A\nsteps:\n  - title: B\n    captoin: C\n    caption: C\n    view: ""\n',
      'a.yaml:4',
      /Did you mean caption\?/,
    ],
    [
      'a link to a script',
      'title: A\nsteps:\n  - title: B\n    caption: "[x](javascript:1)"\n    view: ""\n',
      'a.yaml:4',
      /steps\.1\.caption: links to javascript:1/,
    ],
    [
      'a view that cannot be read',
      'title: A\nsteps:\n  - title: B\n    caption: C\n    view: depth=99\n',
      'a.yaml:5',
      /steps\.1\.view: depth is 99; it takes at most 4/,
    ],
    [
      'a view that names a story',
      'title: A\nsteps:\n  - title: B\n    caption: C\n    view: story=x\n',
      'a.yaml:5',
      /leave story and step out/,
    ],
  ])('tells of %s where it stands and what to do', (_, given, path, message) => {
    const { problems } = readStoryFile(given, 'a.yaml');
    expect(problems.map((each) => each.path)).toContain(path);
    expect(problems.find((each) => each.path === path)?.message).toMatch(message);
  });

  it('refuses what would unfold without end, rather than to unfold it', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...[...'bcdefg'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[at]}`)}]`),
    ].join('\n');
    const { story: read, problems } = readStoryFile(bomb, 'a.yaml');
    expect(read).toBeUndefined();
    expect(problems).toEqual([{ path: 'a.yaml', message: expect.stringMatching(/cannot be read/) }]);
  });

  it('says which names of a view the data do not hold, and what may be meant', () => {
    const given = { title: 'A', steps: [{ title: 'B', caption: 'C', view: 'focus=nata&type=LEADZ' }] };
    const known = { nodes: ['nato'], edges: [], types: ['LEADS'], sources: [] };
    expect(storyFaults(given, known)).toEqual([
      { path: ['steps', 0, 'view'], message: 'steps.1.view: no node is called nata. Did you mean nato?' },
      {
        path: ['steps', 0, 'view'],
        message: 'steps.1.view: no relationship type is called LEADZ. Did you mean LEADS?',
      },
    ]);
  });
});
