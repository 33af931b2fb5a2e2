import type { TableMapping } from './mapping.ts';

/** Votes of many states on many resolutions; what is no vote is left out. */
const VOTES = { kind: 'edges', directed: true, type: { value: 'VOTES_ON' } } as const;

const geography = (name: string) =>
  ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'].map(
    (part) => `${name}Geo_${part}`,
  );
const actor = (number: 1 | 2) =>
  [
    ...['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode'],
    ...['Religion1Code', 'Religion2Code', 'Type1Code', 'Type2Code', 'Type3Code'],
  ].map((part) => `Actor${number}${part}`);

/** The columns of GDELT 2.0, whose files have no header (GDELT Event Codebook 2.0). */
const GDELT = [
  ...['GlobalEventID', 'Day', 'MonthYear', 'Year', 'FractionDate', ...actor(1), ...actor(2)],
  ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'],
  ...['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
  ...[...geography('Actor1'), ...geography('Actor2'), ...geography('Action'), 'DATEADDED', 'SOURCEURL'],
];

/** The twenty kinds of events of CAMEO (Schrodt 2012). */
const CAMEO: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...['MAKES_STATEMENT_TO', 'APPEALS_TO', 'INTENDS_TO_COOPERATE_WITH', 'CONSULTS', 'COOPERATES_WITH'],
    ...['COOPERATES_MATERIALLY_WITH', 'AIDS', 'YIELDS_TO', 'INVESTIGATES', 'DEMANDS_OF', 'DISAPPROVES_OF'],
    ...['REJECTS', 'THREATENS', 'PROTESTS_AGAINST', 'SHOWS_FORCE_TO', 'REDUCES_RELATIONS_WITH', 'COERCES'],
    ...['ASSAULTS', 'FIGHTS', 'USES_MASS_VIOLENCE_AGAINST'],
  ].map((name, at) => [String(at + 1).padStart(2, '0'), name]),
);

/** PLOVER's kinds of events by their sign (Halterman et al. 2023). */
const PLOVER = {
  positive: ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'],
  negative: [
    ...['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'],
  ],
};

const state = (column: string, name?: string) => ({
  column,
  label: 'State',
  ...(name !== undefined && { name }),
});

/** Mappings for data that many use, recognised by the names of their columns. */
export const PRESETS: Readonly<Record<string, TableMapping>> = {
  'UN General Assembly votes (unvotes)': {
    ...VOTES,
    columns: ['rcid', 'country', 'vote'],
    source: { ...state('country'), properties: ['country_code'] },
    target: { column: 'rcid', label: 'Issue' },
    sign: { column: 'vote', positive: ['yes'], negative: ['no'], neutral: ['abstain'], skip: ['absent'] },
  },
  'UN General Assembly votes (Voeten)': {
    ...VOTES,
    columns: ['rcid', 'ccode', 'vote', 'Country'],
    source: { ...state('Country'), properties: ['ccode'] },
    target: { column: 'rcid', label: 'Issue' },
    sign: { column: 'vote', positive: ['1'], neutral: ['2'], negative: ['3'], skip: ['8', '9'] },
  },
  'Correlates of War, formal alliances by dyad': {
    kind: 'edges',
    columns: ['version4id', 'ccode1', 'state_name1', 'ccode2', 'state_name2', 'dyad_st_year'],
    source: state('ccode1', 'state_name1'),
    target: state('ccode2', 'state_name2'),
    directed: false,
    type: { value: 'ALLIED_WITH' },
    sign: { value: 1 },
    since: 'dyad_st_year',
    until: 'dyad_end_year',
  },
  'Correlates of War, militarised disputes by dyad': {
    kind: 'edges',
    columns: ['disno', 'statea', 'namea', 'stateb', 'nameb', 'strtyr'],
    source: state('statea', 'namea'),
    target: state('stateb', 'nameb'),
    directed: false,
    type: { value: 'IN_DISPUTE_WITH' },
    sign: { value: -1 },
    since: 'strtyr',
    until: 'endyear',
  },
  'ATOP, directed dyads by year': {
    kind: 'edges',
    columns: ['ddyad', 'year', 'stateA', 'stateB', 'atopally'],
    source: state('stateA'),
    target: state('stateB'),
    directed: true,
    type: { value: 'ALLIED_WITH' },
    sign: { column: 'atopally', positive: ['1'], skip: ['0'] },
    statedOn: 'year',
  },
  'ATOP, dyads by year': {
    kind: 'edges',
    columns: ['dyad', 'year', 'mem1', 'mem2', 'atopally'],
    source: state('mem1'),
    target: state('mem2'),
    directed: false,
    type: { value: 'ALLIED_WITH' },
    sign: { column: 'atopally', positive: ['1'], skip: ['0'] },
    statedOn: 'year',
  },
  'GDELT 2.0 events': {
    kind: 'edges',
    columns: ['GlobalEventID', 'Actor1Code', 'Actor2Code', 'QuadClass'],
    header: GDELT,
    source: {
      column: 'Actor1Code',
      name: 'Actor1Name',
      properties: ['Actor1CountryCode', 'Actor1Type1Code'],
    },
    target: {
      column: 'Actor2Code',
      name: 'Actor2Name',
      properties: ['Actor2CountryCode', 'Actor2Type1Code'],
    },
    directed: true,
    type: { column: 'EventRootCode', names: CAMEO },
    sign: { column: 'QuadClass', positive: ['1', '2'], negative: ['3', '4'] },
    weight: 'NumMentions',
    statedOn: 'Day',
    id: 'GlobalEventID',
    evidence: { source: 'SOURCEURL' },
    ignore: [
      ...['MonthYear', 'Year', 'FractionDate', 'DATEADDED', ...geography('Actor1'), ...geography('Actor2')],
      ...[...actor(1), ...actor(2)].filter(
        (name) => !/(?:Code|Name)$/.test(name) || /Ethnic|Religion|Group|Type[23]/.test(name),
      ),
    ],
  },
  'ICEWS events': {
    kind: 'edges',
    columns: ['Event ID', 'Event Date', 'Source Name', 'Target Name', 'CAMEO Code', 'Intensity'],
    source: { column: 'Source Name', properties: ['Source Country', 'Source Sectors'] },
    target: { column: 'Target Name', properties: ['Target Country', 'Target Sectors'] },
    directed: true,
    type: { column: 'Event Text' },
    sign: { column: 'Intensity', threshold: 0 },
    statedOn: 'Event Date',
    id: 'Event ID',
  },
  'POLECAT events': {
    kind: 'edges',
    columns: ['Event ID', 'Event Date', 'Event Type', 'Actor Name', 'Recipient Name'],
    source: { column: 'Actor Name' },
    target: { column: 'Recipient Name' },
    directed: true,
    type: { column: 'Event Type' },
    sign: { column: 'Event Type', ...PLOVER },
    statedOn: 'Event Date',
    id: 'Event ID',
  },
};

/** The mapping that comes along for a table of these columns. */
export function presetFor(names: readonly string[], width: number, told: boolean): TableMapping | undefined {
  return Object.values(PRESETS).find(({ columns, header }) =>
    told ? columns?.every((column) => names.includes(column)) : header?.length === width,
  );
}
