import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../../server/core/measures/amount.ts';
import { balanceInWords, TRIAD_KINDS } from '../../../../server/core/measures/balance/triads.ts';
import type { SignedMeasure } from '../../../../server/core/measures/measure.ts';
import { printedOf } from '../../../../server/core/measures/report.ts';
import { agreement } from '../../../../server/core/measures/signed/agreement.ts';
import { frustration } from '../../../../server/core/measures/signed/frustration.ts';
import { triads } from '../../../../server/core/measures/signed/triads.ts';
import { walkBalance } from '../../../../server/core/measures/signed/walk-balance.ts';
import { networkOf } from '../../../../server/core/measures/signed-network.ts';
import { PRINTED_MEASURES, SIGNED_MEASURES } from '../../../../server/core/measures/signed-registry.ts';
import { edge, graphOf, node } from '../../../client/state/world.ts';

const DOCUMENTS = join(import.meta.dirname, '../../../../server/core/measures');
const NUMBERS = { zero: 0, one: 1, two: 2, three: 3 };
const rich: Amount = { edges: 300, negative: 90, triads: 400, stands: 900, issues: 60 };
const thinOf: SignedMeasure[] = SIGNED_MEASURES.filter(({ thin }) => thin);

/** A triangle that is not balanced, many times over, or once. */
const triangles = (many: number) =>
  Array.from({ length: many }, (_, at) => `t${at}`).flatMap((t) => [
    edge(`${t} ab`, `${t} a`, `${t} b`),
    edge(`${t} bc`, `${t} b`, `${t} c`),
    edge(`${t} ac`, `${t} a`, `${t} c`, 'OPPOSES'),
  ]);
const networkOfTriangles = (many: number) => {
  const edges = triangles(many);
  const keys = [...new Set(edges.flatMap(({ source, target }) => [source, target]))];
  return networkOf(
    graphOf(
      keys.map((key) => node(key)),
      edges,
    ),
    { network: 'direct' },
  );
};

describe('a measure of signed networks', () => {
  it('has a name of its own, is one sentence or two, and has a source and limits', () => {
    for (const { id, name, sentence, source, limits } of SIGNED_MEASURES) {
      expect(sentence, id).toMatch(/^[A-Z].*\.$/);
      expect(limits, id).toMatch(/\.$/);
      for (const text of [id, name, source]) expect(text).toMatch(/[^.]$/);
    }
    expect(new Set(SIGNED_MEASURES.map(({ id }) => id)).size).toBe(SIGNED_MEASURES.length);
  });

  it('speaks up about thin data alone', () => {
    expect(thinOf.length).toBeGreaterThan(4);
    for (const { id, thin } of thinOf) {
      expect(thin?.(rich), id).toBeUndefined();
      expect(thin?.({ edges: 5, negative: 2, triads: 1, stands: 3, issues: 2 }), id).toMatch(/only \d/);
    }
  });

  it('says that without opposition there is nothing to balance', () => {
    expect(frustration.thin({ ...rich, negative: 0 })).toContain('No edge is an opposition');
  });

  it('counts one of a thing as one', () => {
    const one = { ...rich, triads: 1, edges: 1, issues: 1 };
    expect(triads.thin(one)).toMatch(/^There is only 1 triangle; with fewer than/);
    expect(walkBalance.thin(one)).toMatch(/^There is only 1 signed edge; with fewer than/);
    expect(agreement.thin(one)).toMatch(/^There is only 1 issue with a stance; with fewer than/);
    expect(agreement.thin({ ...one, issues: 0 })).toMatch(/^There are no issues with a stance\.$/);
  });

  it('is found once in a network, whichever others rest on it', async () => {
    let times = 0;
    const counted = { find: () => ++times };
    const network = networkOfTriangles(1);
    expect(await Promise.all([network.of(counted), network.of(counted)])).toEqual([1, 1]);
  });
});

describe('what is printed of a network', () => {
  it('is every measure that is printed, in the order of the list, and that it is conclusive', async () => {
    const printed = await printedOf(networkOfTriangles(10));
    expect(Object.keys(printed)).toEqual([
      ...['nodes', 'edges', 'positive', 'negative', 'leftOut', 'triads', 'balance', 'weakBalance'],
      ...['walkBalance', 'tooThin', 'chance', 'balanced', 'frustration', 'conclusive'],
    ]);
    expect(printed).toMatchObject({ triads: { '++-': 10 }, balanced: false, tooThin: {}, conclusive: true });
    expect(printed).toMatchObject({ frustration: { lower: 10, upper: 10, proved: true } });
  });

  it('concludes nothing from too little, and says why of each number that it prints', async () => {
    const printed = await printedOf(networkOfTriangles(1));
    expect(printed).toMatchObject({ edges: 3, balance: 0, frustration: { upper: 1 }, conclusive: false });
    expect(printed).not.toHaveProperty('balanced');
    expect(printed).not.toHaveProperty('frustration.proved');
    expect(Object.keys(printed.tooThin)).toEqual([
      ...PRINTED_MEASURES.flatMap(({ id, thin }) => (thin ? [id] : [])),
      'conclusions',
    ]);
    expect(printed.tooThin.conclusions).toMatch(/^There are only 3 signed edges; with fewer than/);
  });
});

describe('the triads of the census', () => {
  const none = { '+++': 0, '++-': 0, '+--': 0, '---': 0 };
  const rows = triads.tell({ census: none, unbalanced: [] }).table;

  it.each(rows)(
    '$sign is told by its signs, and is balanced when their product is positive',
    ({ sign, words, note }) => {
      const oppositions = [...sign].filter((each) => each === '-').length;
      const counted = (noun: string) => {
        const word = new RegExp(`(\\w+) ${noun}`).exec(words)?.[1] ?? 'zero';
        return NUMBERS[word as keyof typeof NUMBERS];
      };
      expect(counted('support')).toBe(3 - oppositions);
      expect(counted('opposition')).toBe(oppositions);
      expect(note).toBe(balanceInWords(sign));
      expect(note.split(';')[0]).toBe(oppositions % 2 === 0 ? 'balanced' : 'unbalanced');
      // After Davis also three that all oppose each other.
      expect(note.includes('weakly balanced')).toBe(oppositions === 3);
    },
  );

  it('are all there are', () => {
    expect(rows.map(({ sign }) => sign)).toEqual(TRIAD_KINDS);
  });
});

describe('the documentation for scientists', () => {
  it('explains every measure of signed networks under its name', () => {
    const text = readFileSync(join(DOCUMENTS, 'README.md'), 'utf8');
    for (const { name } of SIGNED_MEASURES) expect(text).toContain(`## ${name}\n`);
  });

  it('lists them as they are; vitest -u writes it anew', async () => {
    const page = [
      '# Measures of signed networks',
      '',
      'Written from [`signed-registry.ts`](../signed-registry.ts), where the page, `npm run measure` and the workers find them as well: a new',
      'one is a file here and its line there. How each is computed is in [`measures`](../README.md).',
      '',
      '| measure | name in reports | what it is | limits | after |',
      '| --- | --- | --- | --- | --- |',
      ...SIGNED_MEASURES.map(
        ({ id, name, sentence, limits, source }) =>
          `| ${name} | \`${id}\` | ${sentence} | ${limits} | ${source} |`,
      ),
      '',
    ].join('\n');
    await expect(page).toMatchFileSnapshot(join(DOCUMENTS, 'signed/README.md'));
  });
});
