import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Amount, MEANINGS } from '../../../../server/core/measures/meanings.ts';

const rich: Amount = {
  nodes: 50,
  edges: 300,
  negative: 90,
  triads: 400,
  stands: 900,
  issues: 60,
  events: 40,
  windows: 12,
};

describe('the meaning of a measure', () => {
  it('is one sentence or two, with a source and limits, and speaks up about thin data alone', () => {
    for (const { sentence, source, limits, thin } of Object.values(MEANINGS)) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(source).not.toBe('');
      expect(limits).toMatch(/\.$/);
      expect(thin(rich)).toBeUndefined();
      expect(
        thin({ nodes: 6, edges: 5, negative: 2, triads: 1, stands: 3, issues: 2, events: 1, windows: 1 }),
      ).toMatch(/only \d/);
    }
  });

  it('says that without opposition there is nothing to balance', () => {
    expect(MEANINGS.frustration.thin({ ...rich, negative: 0 })).toContain('No edge is an opposition');
  });

  it('counts one of a thing as one', () => {
    const one = { ...rich, triads: 1, edges: 1, issues: 1, windows: 1 };
    expect(MEANINGS.triads.thin(one)).toMatch(/^There is only 1 triangle; with fewer than/);
    expect(MEANINGS.walkBalance.thin(one)).toMatch(/^There is only 1 signed edge; with fewer than/);
    expect(MEANINGS.agreement.thin(one)).toMatch(/^There is only 1 issue with a stance; with fewer than/);
    expect(MEANINGS.agreement.thin({ ...one, issues: 0 })).toMatch(/^There are no issues with a stance\.$/);
  });

  it('stands in the documentation for scientists, each under its name', () => {
    const text = readFileSync(
      join(import.meta.dirname, '../../../../server/core/measures/README.md'),
      'utf8',
    );
    for (const { name } of Object.values(MEANINGS)) expect(text).toContain(`## ${name}\n`);
  });
});
