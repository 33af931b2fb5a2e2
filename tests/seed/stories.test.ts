import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataSet } from '../../seed/read.ts';
import { validateDataSet } from '../../seed/validate.ts';

const BUILT_IN = join(import.meta.dirname, '../../seed/data/nato-2025-12');
const GOOD = `title: Two lines
steps:
  - title: First
    caption: See [the page](https://example.org).
    view: focus=nato&depth=1&type=LEADS&select=rutte-leads-nato
  - title: Second
    caption: All of it.
    notes: Wait.
    view: ""
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-stories-'));
  cpSync(BUILT_IN, folder, { recursive: true });
  rmSync(join(folder, 'stories'), { recursive: true });
  mkdirSync(join(folder, 'stories'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function check(text: string, name = 'two-lines.yaml') {
  writeFileSync(join(folder, 'stories', name), text);
  const { problems, dataSet } = validateDataSet(readDataSet(folder));
  return { dataSet, problems: problems.map(({ path, message }) => `${path} ${message}`) };
}

describe('checking the stories of a data set', () => {
  it('takes a story by the name of its file', () => {
    const { problems, dataSet } = check(GOOD);
    expect(problems).toEqual([]);
    expect(dataSet?.stories).toMatchObject([
      { id: 'two-lines', dataSet: 'nato-2025-12', title: 'Two lines', steps: [{}, { notes: 'Wait.' }] },
    ]);
  });

  it.each([
    ['no title', 'title: Two lines\n', '', /two-lines\.yaml:1 lacks the field title/],
    ['no steps', /steps:[\s\S]*/, 'steps: []\n', /two-lines\.yaml:2 steps: has no step/],
    [
      'a step without a caption',
      '    caption: All of it.\n',
      '',
      /two-lines\.yaml:6 lacks the field steps\.2\.caption/,
    ],
    [
      'a caption of the wrong kind',
      'caption: All of it.',
      'caption: 5',
      /two-lines\.yaml:7 steps\.2\.caption: .*string/,
    ],
    [
      'an unknown field of a step',
      'notes: Wait.',
      'note: Wait.',
      /two-lines\.yaml:8 has the unknown field note\. Did you mean notes\?/,
    ],
    [
      'an unknown parameter of a view',
      'view: ""',
      'view: fokus=nato',
      /two-lines\.yaml:9 steps\.2\.view: fokus is not a parameter here/,
    ],
    [
      'a node that is not there',
      'focus=nato&',
      'focus=nata&',
      /two-lines\.yaml:5 steps\.1\.view: no node is called nata\. Did you mean nato\?/,
    ],
    [
      'a relationship type that is not there',
      'type=LEADS',
      'type=LEDAS',
      /two-lines\.yaml:5 .*no relationship type is called LEDAS\. Did you mean LEADS\?/,
    ],
    [
      'a selected edge that is not there',
      'select=rutte-leads-nato',
      'select=rutte-leads-nata',
      /two-lines\.yaml:5 .*Did you mean rutte-leads-nato\?/,
    ],
    ['a view of a story', 'view: ""', 'view: step=2', /two-lines\.yaml:9 .*leave story and step out/],
    [
      'a link that is not http(s)',
      'https://example.org',
      'javascript:alert(1)',
      /two-lines\.yaml:4 steps\.1\.caption: links to javascript:alert\(1\), which is not an http\(s\) address/,
    ],
    ['what is no YAML', 'title: Two lines', 'title: [Two', /two-lines\.yaml:\d+ is not YAML/],
  ])('reports %s with file, line and remedy', (_, from, to, expected) => {
    const text = GOOD.replace(from, to);
    expect(text).not.toBe(GOOD);
    expect(check(text).problems.join('\n')).toMatch(expected);
  });

  it('reports a file whose name cannot be an id', () => {
    expect(check(GOOD, 'Two Lines.yaml').problems.join('\n')).toMatch(
      /Two Lines\.yaml is not named in kebab-case/,
    );
  });
});

describe('the built-in story', () => {
  it('has six to ten steps', () => {
    const { dataSet } = validateDataSet(readDataSet(BUILT_IN));
    expect(dataSet?.stories.length).toBeGreaterThan(0);
    for (const { steps } of dataSet?.stories ?? []) {
      expect(steps.length).toBeGreaterThanOrEqual(6);
      expect(steps.length).toBeLessThanOrEqual(10);
    }
  });
});
