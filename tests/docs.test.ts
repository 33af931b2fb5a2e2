import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SETTINGS } from '../server/settings.ts';

const PROJECT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8');
const DOCS = 'server/docs';
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'server/core/measures/README.md'],
  ...readdirSync(join(PROJECT, DOCS)).map((file) => join(DOCS, file)),
];
const packageFile = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  version: string;
  license: string;
};

describe('the documents', () => {
  it('list every setting with its default and help, and no other', () => {
    const text = read(join(DOCS, 'operators.md'));
    const table = text.slice(text.indexOf('<!-- settings'), text.indexOf('<!-- /settings -->'));
    const rows = table.split('\n').filter((line) => /^\| `/.test(line));
    const expected = Object.values(SETTINGS).map(
      ({ variable, default: normal, help }) =>
        `| \`${variable}\` | ${normal === '' ? '' : `\`${normal}\``} | ${help} |`,
    );
    expect(rows).toEqual(expected);
  });

  it('name only npm commands that there are, and the README all that people need', () => {
    const namedIn = (text: string) =>
      [...text.matchAll(/(?:^|`)npm (?:run )?(\w+)/gm)].map((match) => match[1] ?? '');
    expect(namedIn(read('README.md'))).toEqual(
      expect.arrayContaining(['start', 'test', 'seed', 'dev', 'check', 'bench', 'export', 'measure']),
    );
    for (const name of pages.flatMap((page) => namedIn(read(page))))
      expect(['ci', ...Object.keys(packageFile.scripts)]).toContain(name);
  });

  it.each(pages)('%s links only to files that there are', (page) => {
    const links = [...read(page).matchAll(/\]\((?!http|#)([^)#]+)|(?:src|srcset)="(?!http)([^"]+)"/g)];
    for (const link of links
      .map((match) => match[1] ?? match[2] ?? '')
      .filter((each) => !each.includes('://')))
      expect(existsSync(join(PROJECT, dirname(page), link)) || !/[/.]/.test(link), link).toBe(true);
  });

  it('name only files and folders of the repository that there are', () => {
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/`((?:server|client|cypher|seed|tests)\/[\w./-]+)`/g)].map(
        (match) => `${page}: ${match[1]}`,
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((each) => !existsSync(join(PROJECT, each.split(': ')[1] ?? '')))).toEqual([]);
  });

  it('say how the product is cited, in the version and under the licence that it has', () => {
    const { version, license } = packageFile;
    expect(parse(read('CITATION.cff'))).toMatchObject({
      ...{ 'cff-version': '1.2.0', title: 'Entente', type: 'software', version, license },
      // What the format requires besides.
      message: expect.stringMatching(/./),
      authors: [{ name: expect.stringMatching(/./) }],
    });
  });

  it('give a newcomer a README of two screens', () => {
    expect(read('README.md').split('\n').length).toBeLessThan(90);
  });
});
