import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_SET, openDataSet } from '../../seed/seed.ts';
import { beginOf, readDate, spanOf } from '../../server/core/model/dates.ts';

const set = openDataSet(join('seed', 'data', BUILT_IN_SET));
const signs = new Map(set.types.map(({ type, sign }) => [type, sign]));
const signOf = (id: string) => signs.get(set.edges.find((edge) => edge.id === id)?.type ?? '');

describe('the built-in set', () => {
  it('has no edge that holds before the war, of which it says that it began in 2022', () => {
    const early = set.edges.filter((edge) => spanOf(beginOf(edge) ?? '2021').first < '2022');
    expect(early.map(({ id }) => id)).toEqual([]);
  });

  it('dates what the report says itself by the day of the report, and what was over by then before it', () => {
    const [report] = set.sources;
    for (const edge of set.edges.filter(({ assertedBy }) => assertedBy === report?.id))
      expect([edge.id, edge.statedOn]).toEqual([edge.id, report?.published]);
    for (const edge of set.edges.filter(({ to }) => to === 'nato-summit-the-hague'))
      expect([edge.id, beginOf(edge)]).toEqual([edge.id, '2025-10']);
    expect(beginOf(set.edges.find(({ id }) => id === 'trump-reassures-europeans') ?? {})).toBe('2025-10');
  });

  it('ends what is only said of one month or day with it', () => {
    for (const id of ['european-allies-oppose-plan', 'canada-opposes-plan'])
      expect(readDate(set.edges.find((edge) => edge.id === id)?.until)).toBe('2025-11');
  });

  it('has every actor that puts a plan forward take a stance on it', () => {
    const actors = new Set(set.actors.map(({ id }) => id));
    const proposals = set.edges.filter(({ type, from }) => type === 'PROPOSES' && actors.has(from));
    expect(proposals.length).toBeGreaterThan(1);
    for (const { from, to } of proposals)
      expect(
        set.edges.some((edge) => edge.from === from && edge.to === to && signs.get(edge.type) !== 0),
        `${from} proposes ${to}`,
      ).toBe(true);
  });

  it('takes pledges, warnings, deterrence and a threat that is seen for stances, and manners between people not', () => {
    expect(signOf('leaders-committed-to-path')).toBe(1);
    for (const id of [
      'european-allies-see-war-as-threat',
      'senior-officials-warn-of-putin',
      'nato-deters-putin',
    ])
      expect([id, signOf(id)]).toEqual([id, -1]);
    for (const id of ['trump-praises-leaders', 'rutte-excuses-rubio-absence', 'trump-reassures-europeans'])
      expect([id, signOf(id)]).toEqual([id, 0]);
  });

  it('uses every relationship type that it declares', () => {
    const used = new Set(set.edges.map(({ type }) => type));
    expect(set.types.map(({ type }) => type).filter((type) => !used.has(type))).toEqual([]);
  });
});
