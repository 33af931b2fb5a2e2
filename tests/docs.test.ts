import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../server/settings.ts';

const PROJECT = join(import.meta.dirname, '..');
const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
const packageFile = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('the README', () => {
  it('lists every setting with its default and help, and no other', () => {
    const table = readme.slice(readme.indexOf('<!-- settings'), readme.indexOf('<!-- /settings -->'));
    const rows = table.split('\n').filter((line) => /^\| `/.test(line));
    const expected = Object.values(SETTINGS).map(
      ({ variable, default: normal, help }) =>
        `| \`${variable}\` | ${normal === '' ? '' : `\`${normal}\``} | ${help} |`,
    );
    expect(rows).toEqual(expected);
  });

  it('names only npm commands that there are', () => {
    const named = [...readme.matchAll(/(?:^|`)npm (?:run )?(\w+)/gm)].map((match) => match[1] ?? '');
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'seed', 'dev', 'check', 'bench']));
    for (const name of named) expect(Object.keys(packageFile.scripts)).toContain(name);
  });

  it('links only to files that there are', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)]+)\)|(?:src|srcset)="(?!http)([^"]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(existsSync(join(PROJECT, link)), link).toBe(true);
  });
});
