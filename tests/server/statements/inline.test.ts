import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineNames } from '../../../server/statements/inline.ts';
import { parseStatement } from '../../../server/statements/parse.ts';

const statement = parseStatement(
  'read/example',
  '// Finds.\n// @param labels LABELS Which.\n// @param key String Key.\n// @returns n\nMATCH (n:$any($labels)) WHERE n.id = $key RETURN n',
);

const hostile = fc
  .array(fc.oneof(fc.constantFrom('\\u0060', '\\', '`', '\n'), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));

describe('writing names into a statement', () => {
  it('writes labels as alternatives and leaves the other parameters to the driver', () => {
    const { text, parameters } = inlineNames(statement, { labels: ['Actor', 'Event'], key: 'a' });
    expect(text).toContain('(n:`Actor`|`Event`)');
    expect(parameters).toEqual({ key: 'a' });
  });

  it('matches nothing where there are no names', () => {
    expect(inlineNames(statement, { labels: [], key: 'a' }).text).toContain('(n:`no such name`)');
  });

  it('never lets a name out of its quotes', () => {
    fc.assert(
      fc.property(hostile, (label) => {
        const { text } = inlineNames(statement, { labels: [label], key: 'a' });
        const written = text.slice('MATCH (n:'.length, text.lastIndexOf(') WHERE'));
        expect(written.startsWith('`') && written.endsWith('`')).toBe(true);
        // Neo4j reads these escapes before it looks for the end of a name.
        const inner = written
          .slice(1, -1)
          .replaceAll(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
        expect(inner.replaceAll('``', '')).not.toContain('`');
        expect(inner.replaceAll('``', '`')).toBe(label);
      }),
    );
  });
});
