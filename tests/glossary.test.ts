import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const GLOSSARY = readFileSync(join(ROOT, 'server/docs/glossary.md'), 'utf8');

interface Term {
  word: string;
  /** What the product does not call it. */
  not: string[];
}

const terms: Term[] = GLOSSARY.slice(GLOSSARY.indexOf('<!-- glossary'), GLOSSARY.indexOf('<!-- /glossary'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (word|---) \|/.test(line))
  .map((line) => {
    const [, word = '', , not = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { word, not: not.split(',').flatMap((each) => each.trim() || []) };
  });

/** English of no editor: private idiom that the page once used. */
const IDIOM = ['anew', 'parted by', 'so many', 'stands there', 'is told', 'are told', 'a deal of'];

const comments = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm;
const texts = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|>([^<>{}=;]*)</g;

/** What people may read of a source file: its texts of more than a word, without comments, code and imports. */
function readable(text: string): string[] {
  const code = text.replace(comments, '').replace(/^import .*$/gm, '');
  return [...code.matchAll(texts)]
    .map((match) => (match.slice(1).find((each) => each !== undefined) ?? '').replace(/\$\{[^}]*\}/g, '…'))
    .filter((each) => / /.test(each.trim()) && !/=>|;\n|className/.test(each));
}

const sources = ['client', 'server', 'seed'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file)),
);
const pages = [
  ...['README.md', 'SECURITY.md', 'CONTRIBUTING.md'],
  ...readdirSync(join(ROOT, 'server/docs'))
    .filter((file) => file !== 'glossary.md')
    .map((file) => join('server/docs', file)),
];

/** Where a word occurs among what people read. */
function uses(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w-])(?:${words.join('|')})s?(?![\\w-])`, 'i');
  const inSources = sources.flatMap((file) =>
    readable(readFileSync(join(ROOT, file), 'utf8'))
      .filter((each) => pattern.test(each))
      .map((each) => `${file}: ${each.trim()}`),
  );
  const inPages = pages.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line}`),
  );
  return [...inSources, ...inPages];
}

describe('the words of the product', () => {
  it('are those of a glossary that can be read', () => {
    expect(terms.length).toBeGreaterThan(20);
    expect(uses(['Search the graph']).length + uses(['edge']).length).toBeGreaterThan(20);
  });

  it.each(terms.filter(({ not }) => not.length > 0))('call “$word” by no other word', ({ not }) => {
    expect(uses(not)).toEqual([]);
  });

  it('hold no private idiom', () => {
    expect(uses(IDIOM)).toEqual([]);
  });
});
