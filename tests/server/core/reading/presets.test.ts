import { describe, expect, it } from 'vitest';
import type { TableMapping } from '../../../../server/core/reading/table/mapping.ts';
import { PRESETS } from '../../../../server/core/reading/table/presets.ts';
import { read } from './given.ts';

/** Every column that a mapping names. */
function namedIn({ columns = [], header, source, target, sign, ...mapping }: TableMapping): string[] {
  const { type, since, until, statedOn, weight, id, evidence = {} } = mapping;
  const ends = [source, target].flatMap((end) => [end?.column, end?.name, ...(end?.properties ?? [])]);
  const one = [type?.column, sign?.column, since, until, statedOn, weight, id, ...Object.values(evidence)];
  const all = [...columns, ...ends, ...one].filter((name) => name !== undefined);
  return header ? [...header] : [...new Set(all)];
}

/** A table with a row of values, with or without its header. */
function tableOf(mapping: TableMapping, values: Readonly<Record<string, string>>): string {
  const names = namedIn(mapping);
  const rows = [names.map((name) => values[name] ?? '')];
  return [...(mapping.header ? [] : [names]), ...rows].map((cells) => cells.join('\t')).join('\n');
}

const ROWS: Readonly<Record<string, [values: Record<string, string>, expected: unknown[]]>> = {
  'UN General Assembly votes (unvotes)': [
    { rcid: '3', country: 'Cuba', country_code: 'CU', vote: 'no' },
    ['Cuba', '3', 'VOTES_ON', -1, undefined],
  ],
  'UN General Assembly votes (Voeten)': [
    { rcid: '3', ccode: '40', Country: 'CUB', vote: '2' },
    ['CUB', '3', 'VOTES_ON', 0, undefined],
  ],
  'Correlates of War, formal alliances by dyad': [
    {
      ...{ version4id: '1', ccode1: '200', state_name1: 'United Kingdom', ccode2: '235' },
      ...{ state_name2: 'Portugal', dyad_st_year: '1816' },
    },
    ['200', '235', 'ALLIED_WITH', 1, '1816'],
  ],
  'Correlates of War, militarised disputes by dyad': [
    { disno: '2', statea: '2', namea: 'USA', stateb: '200', nameb: 'UKG', strtyr: '1902', endyear: '1903' },
    ['2', '200', 'IN_DISPUTE_WITH', -1, '1902'],
  ],
  'ATOP, directed dyads by year': [
    { ddyad: '2020', year: '1958', stateA: '2', stateB: '20', atopally: '1' },
    ['2', '20', 'ALLIED_WITH', 1, '1958'],
  ],
  'ATOP, dyads by year': [
    { dyad: '2020', year: '1958', mem1: '2', mem2: '20', atopally: '1' },
    ['2', '20', 'ALLIED_WITH', 1, '1958'],
  ],
  'GDELT 2.0 events': [
    {
      ...{ GlobalEventID: '410411724', Day: '20150218', Actor1Code: 'USAGOV', Actor1Name: 'UNITED STATES' },
      ...{ Actor2Code: 'RUS', EventRootCode: '13', QuadClass: '3', NumMentions: '10' },
    },
    ['USAGOV', 'RUS', 'THREATENS', -1, '2015-02-18'],
  ],
  'ICEWS events': [
    {
      ...{ 'Event ID': '1', 'Event Date': '2015-02-18', 'Source Name': 'A', 'Target Name': 'B' },
      ...{ 'CAMEO Code': '042', 'Event Text': 'Make a visit', Intensity: '1.9' },
    },
    ['A', 'B', 'Make a visit', 1, '2015-02-18'],
  ],
  'POLECAT events': [
    {
      ...{ 'Event ID': '1', 'Event Date': '2023-02-18', 'Event Type': 'ACCUSE', 'Actor Name': 'A' },
      'Recipient Name': 'B',
    },
    ['A', 'B', 'ACCUSE', -1, '2023-02-18'],
  ],
};

describe('the mapping that comes along for', () => {
  it.each(Object.entries(PRESETS))('%s reads a row as it is meant', async (name, mapping) => {
    const [values, expected] = ROWS[name] as (typeof ROWS)[string];
    const { edges, tables } = await read({ 'a.csv': tableOf(mapping, values) });
    expect(tables.map((each) => each.mapping)).toEqual([mapping]);
    const [edge] = edges;
    const { sign, statedOn, since } = edge?.properties ?? {};
    expect([edge?.source, edge?.target, edge?.type, sign, statedOn ?? since]).toEqual(expected);
  });
});
