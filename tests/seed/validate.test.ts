import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DataSet } from '../../seed/data-set.ts';
import { toStored } from '../../seed/plan.ts';
import { readDataSet } from '../../seed/read.ts';
import { validateDataSet } from '../../seed/validate.ts';

const SMALL: Record<string, string> = {
  'set.yaml': 'id: small\ntitle: A small set\n',
  'types.yaml':
    '- type: SUPPORTS\n  sign: 1\n  summary: Stands for.\n  from: [Actor]\n  to: [Actor, Issue]\n',
  'looks.yaml': '- rule: node:label=Person; colour=teal\n',
  'sources.yaml':
    '- id: report\n  name: Report\n  title: A report\n  publisher: unknown\n  published: 2025-12-02\n',
  'actors.yaml': '- id: ann\n  kind: Person\n  name: Ann\n- id: ben\n  kind: Person\n  name: Ben\n',
  'events.yaml': '- id: talks\n  name: Talks\n  status: held\n  start: 2025\n',
  'edges.yaml':
    '- id: ann-supports-ben\n  from: ann\n  type: SUPPORTS\n  to: ben\n  claim: Ann is for Ben.\n  source: report\n' +
    '  paragraph: 1\n  assertedBy: ann\n  modality: actual\n  confidence: stated\n  statedOn: 2025-12-02\n',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-set-'));
  for (const [file, content] of Object.entries(SMALL)) writeFileSync(join(folder, file), content);
});
afterEach(() => rmSync(folder, { recursive: true }));

function edit(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(folder, file), 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, file), after);
}

function problems(): string[] {
  return validateDataSet(readDataSet(folder)).problems.map((each) => `${each.path} ${each.message}`);
}

function warnings(): string[] {
  return validateDataSet(readDataSet(folder)).warnings.map((each) => `${each.path} ${each.message}`);
}

describe('what looks wrong in a data set', () => {
  it('is nothing where every edge has a date', () => {
    expect(warnings()).toEqual([]);
  });

  it('is an edge without any date, which would be shown at any time', () => {
    edit('edges.yaml', '  statedOn: 2025-12-02\n', '');
    expect(warnings()).toEqual([
      'edges.yaml:1 ann-supports-ben has no date and so is shown at any time; add since, until or statedOn.',
    ]);
    for (const field of ['since', 'until']) {
      edit('edges.yaml', /confidence: stated\n.*/s, `confidence: stated\n  ${field}: 2025\n`);
      expect(warnings()).toEqual([]);
    }
  });

  it('is an edge stated before the source that asserts it, but not one that somebody else asserts', () => {
    edit('edges.yaml', 'statedOn: 2025-12-02', 'statedOn: 2025-11');
    expect(warnings()).toEqual([]);
    edit('edges.yaml', 'assertedBy: ann', 'assertedBy: report');
    expect(warnings()).toEqual([expect.stringMatching(/^edges\.yaml:11 statedOn: 2025-11 is before report/)]);
    edit('edges.yaml', 'statedOn: 2025-11', 'statedOn: 2025-12');
    expect(warnings()).toEqual([]);
  });

  it('is nothing in the built-in set', () => {
    const { warnings, problems } = validateDataSet(readDataSet(join('seed', 'data', 'nato-2025-12')));
    expect([...problems, ...warnings]).toEqual([]);
  });
});

describe('checking a data set', () => {
  it('accepts a faultless one', () => {
    expect(problems()).toEqual([]);
  });

  it('invents nothing: what is not known of an edge may be left out', () => {
    edit(
      'edges.yaml',
      / {2}paragraph: 1\n {2}assertedBy: ann\n {2}modality: actual\n {2}confidence: stated\n/,
      '',
    );
    const { dataSet, problems } = validateDataSet(readDataSet(folder));
    expect(problems).toEqual([]);
    const [edge] = toStored(dataSet as DataSet).edges;
    expect(Object.keys(edge?.properties ?? {}).sort()).toEqual([
      'claim',
      'dataSet',
      'id',
      'sign',
      'source',
      'statedOn',
    ]);
  });

  it('takes ids of any form, weights and properties of one’s own, which become those of the node or edge', () => {
    edit(
      'actors.yaml',
      'id: ben\n',
      'id: Ben & Söhne/1\n  properties:\n    seats: 12\n    towns: [Bonn, Berlin]\n',
    );
    edit(
      'edges.yaml',
      'to: ben',
      'to: Ben & Söhne/1\n  weight: 2.5\n  properties: {vote: "yes", late: true}',
    );
    const { dataSet, problems } = validateDataSet(readDataSet(folder));
    expect(problems).toEqual([]);
    const { nodes, edges } = toStored(dataSet as DataSet);
    expect(nodes.find(({ id }) => id === 'Ben & Söhne/1')?.properties).toEqual({
      ...{ id: 'Ben & Söhne/1', name: 'Ben', seats: 12, towns: ['Bonn', 'Berlin'], dataSet: 'small' },
    });
    expect(edges[0]?.properties).toMatchObject({ weight: 2.5, vote: 'yes', late: true });
    expect(edges[0]?.properties).not.toHaveProperty('properties');
  });

  it('reads a bare year as the date it is', () => {
    expect(validateDataSet(readDataSet(folder)).dataSet?.events[0]?.start).toBe('2025');
  });

  it.each([
    [
      'an end that no node has',
      'edges.yaml',
      'to: ben',
      'to: bem',
      /edges\.yaml:4 to: no node has the id bem\. Did you mean ben\?/,
    ],
    [
      'a type that is not declared',
      'edges.yaml',
      'type: SUPPORTS',
      'type: SUPORTS',
      /edges\.yaml:3 .*SUPORTS is not declared.*Did you mean SUPPORTS\?/,
    ],
    [
      'a source that is not there',
      'edges.yaml',
      'source: report',
      'source: reports',
      /edges\.yaml:6 source: .*Did you mean report\?/,
    ],
    [
      'an unknown asserter',
      'edges.yaml',
      'assertedBy: ann',
      'assertedBy: carol',
      /edges\.yaml:8 assertedBy: .*carol/,
    ],
    [
      'a duplicate id in one file',
      'actors.yaml',
      'id: ben',
      'id: ann',
      /actors\.yaml:4 has the id ann of actors\.yaml:1 again/,
    ],
    [
      'a duplicate id across files',
      'events.yaml',
      'id: talks',
      'id: ann',
      /events\.yaml:1 has the id ann of actors\.yaml:1 again/,
    ],
    ['an edge without a claim', 'edges.yaml', /\n {2}claim:.*/, '', /edges\.yaml:1 lacks the field claim/],
    [
      'a paragraph that there cannot be',
      'edges.yaml',
      'paragraph: 1',
      'paragraph: 0',
      /edges\.yaml:7 paragraph: /,
    ],
    [
      'an unknown field',
      'actors.yaml',
      'name: Ann',
      'nmae: Ann',
      /actors\.yaml:3 has the unknown field nmae\. Did you mean name\?/,
    ],
    [
      'a day the calendar lacks',
      'events.yaml',
      'start: 2025',
      'start: 2025-02-30',
      /events\.yaml:4 start: is not a calendar date/,
    ],
    [
      'a date that is none',
      'events.yaml',
      'start: 2025',
      'start: true',
      /events\.yaml:4 start: is not a calendar date; write 2025, 2025-10 or 2025-10-07\./,
    ],
    ['a sign that is none', 'types.yaml', 'sign: 1', 'sign: 2', /types\.yaml:2 sign: is none of -1, 0, 1\./],
    [
      'a rule that is none',
      'looks.yaml',
      'teal',
      'mauve',
      /looks\.yaml:1 rule: takes rules such as node:label=State; colour=teal/,
    ],
    [
      'an end before its start',
      'events.yaml',
      'start: 2025',
      'start: 2025\n  end: 2024-12',
      /events\.yaml:5 end: 2024-12 is before start/,
    ],
    [
      'a statement after its source',
      'edges.yaml',
      'statedOn: 2025-12-02',
      'statedOn: 2026',
      /edges\.yaml:11 statedOn: 2026 is after its source/,
    ],
    [
      'an unknown modality',
      'edges.yaml',
      'modality: actual',
      'modality: perhaps',
      /edges\.yaml:9 modality: .*"actual"/,
    ],
    [
      'an end of the wrong kind',
      'edges.yaml',
      'to: ben',
      'to: talks',
      /edges\.yaml:4 to: talks is Event, but SUPPORTS goes to Actor or Issue/,
    ],
    ['an unknown kind of actor', 'actors.yaml', 'kind: Person', 'kind: Robot', /actors\.yaml:2 kind: /],
    [
      'an id with a control character',
      'actors.yaml',
      'id: ben',
      'id: "Ben\\u0007"',
      /actors\.yaml:4 id: begins or ends with a blank, or holds a control character/,
    ],
    [
      'an id of a set that is not kebab-case',
      'set.yaml',
      'id: small',
      'id: Small set',
      /set\.yaml:1 id: is not kebab-case/,
    ],
    [
      'a property of one’s own that is a field',
      'actors.yaml',
      'name: Ben',
      'name: Ben\n  properties:\n    kind: tall',
      /actors\.yaml:8 properties\.kind: is the name of a field/,
    ],
    [
      'a property of one’s own of several kinds',
      'actors.yaml',
      'name: Ben',
      'name: Ben\n  properties:\n    seats: [1, two]',
      /actors\.yaml:8 properties\.seats: is no text, number, true, false or list/,
    ],
    ['a weight that is no number', 'edges.yaml', 'paragraph: 1', 'weight: heavy', /edges\.yaml:7 weight: /],
    ['what is no YAML', 'actors.yaml', 'kind: Person', 'kind: [Person', /actors\.yaml:\d+ is not YAML/],
    ['a file that is no list', 'actors.yaml', /[\s\S]*/, 'id: ann\n', /actors\.yaml:1 is not a list/],
    ['an entry that is no map', 'actors.yaml', /[\s\S]*/, '- ann\n', /actors\.yaml:1 is not an entry/],
  ])('reports %s with file, line and remedy', (_, file, from, to, expected) => {
    edit(file, from, to);
    expect(problems().join('\n')).toMatch(expected);
  });

  it('reports a missing file and a file of an unknown name', () => {
    rmSync(join(folder, 'types.yaml'));
    writeFileSync(join(folder, 'people.yaml'), '');
    expect(problems().join('\n')).toMatch(
      /people\.yaml is not a file of a data set[\s\S]*types\.yaml is missing/,
    );
  });

  it('reports every fault at once, in the order of the files', () => {
    edit('actors.yaml', 'kind: Person', 'kind: Robot');
    edit('events.yaml', 'status: held', 'status: over');
    edit('edges.yaml', 'to: ben', 'to: nobody');
    const places = problems().map((each) => each.split(' ')[0]);
    expect(places).toEqual(['actors.yaml:2', 'edges.yaml:4', 'events.yaml:3']);
  });

  it('refuses a folder that is not there', () => {
    expect(() => readDataSet(join(folder, 'nowhere'))).toThrow(/no folder/);
  });
});

describe('the built-in data set', () => {
  it('has no faults', () => {
    cpSync(join(import.meta.dirname, '../../seed/data/nato-2025-12'), folder, { recursive: true });
    expect(problems()).toEqual([]);
  });
});
