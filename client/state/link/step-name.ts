import { groupingMeaning } from '../../../server/core/picture/meanings.ts';
import { readExpansion } from '../../../server/core/view/expansion.ts';
import type { View } from '../../../server/core/view/view.ts';
import { amount, dateInWords, typeInWords, uncapital } from '../../../server/core/words/words.ts';
import { filterFields } from './view-changes.ts';

type Field = keyof View;
type Name = (before: View, after: View, told: (keys: readonly string[]) => string) => string | undefined;

/**
 * What a change of the view is called, to follow "Undo": `hide 3 nodes`. Every change has a name, whoever
 * made it; one of several fields is called by the field that says most.
 *
 * @param captionOf What a node or an edge is called.
 */
export function stepName(before: View, after: View, captionOf: (key: string) => string): string {
  const told = (keys: readonly string[]) =>
    keys.length === 1 ? shortened(captionOf(keys[0] ?? '')) : amount(keys.length, 'node');
  if (liftsSeveral(before, after)) return 'clear the filters';
  for (const [field, name] of NAMES) {
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue;
    const found = name(before, after, told);
    if (found) return found;
  }
  const fields = Object.keys({ ...before, ...after }) as Field[];
  const changed = fields.find((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return changed ? `change “${changed}”` : 'change the view';
}

const LONGEST = 40;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}

/** The keys of a list that another lacks. */
function more(now: readonly string[] = [], then: readonly string[] = []): string[] {
  return now.filter((key) => !then.includes(key));
}

/** A name for a list that grows and one for a list that shrinks. */
function list(
  field: 'hide' | 'add' | 'expand' | 'reveal',
  grown: (told: string) => string,
  shrunk: (told: string) => string,
): readonly [Field, Name] {
  return [
    field,
    (before, after, told) => {
      const [gained, lost] = [more(after[field], before[field]), more(before[field], after[field])];
      if (gained.length > 0) return grown(told(gained));
      return lost.length > 0 ? shrunk(told(lost)) : undefined;
    },
  ];
}

const expandedBy: Name = (before, after, told) => {
  const [gained] = more(after.expandBy, before.expandBy).map(readExpansion);
  if (gained) {
    const type = gained.type === undefined ? '' : ` by “${typeInWords(gained.type)}”`;
    return `expand ${told([gained.key])}${type}`;
  }
  const keys = more(before.expandBy, after.expandBy).map((text) => readExpansion(text)?.key ?? '');
  return `collapse ${told([...new Set(keys)])}`;
};

const moved: Name = ({ pins: then = {} }, { pins: now = {} }, told) => {
  const before = new Map(Object.entries(then));
  const put = Object.entries(now).filter(([key, at]) => String(before.get(key)) !== String(at));
  if (put.length > 0) return `move ${told(put.map(([key]) => key))}`;
  return `unpin ${told(Object.keys(then).filter((key) => !Object.hasOwn(now, key)))}`;
};

const selected: Name = (_, { select = [] }, told) => {
  if (select.length === 0) return 'clear the selection';
  return `select ${select.length === 1 ? told(select) : amount(select.length, 'thing')}`;
};

const focused: Name = (_, { focus, depth = 1 }, told) => {
  if (!focus) return 'show everything';
  if (depth === 0) return `show only ${told(focus)}`;
  return `show ${amount(depth, 'step')} around ${told(focus)}`;
};

const dated: Name = (_, { from, to }) => {
  if (!from && !to) return 'show all dates';
  if (from && from === to) return `show ${dateInWords(from)}`;
  return `show ${from ? dateInWords(from) : 'the beginning'} to ${to ? dateInWords(to) : 'the end'}`;
};

/** The first date and the last are one filter, and so are a focus and its depth. */
const ONE_FILTER: Readonly<Partial<Record<Field, Field>>> = { to: 'from', depth: 'focus' };

/** Whether several filters were set and none of them is any more. */
function liftsSeveral(before: View, after: View): boolean {
  const changed = filterFields.filter((field) => String(before[field]) !== String(after[field]));
  const filters = new Set(changed.map((field) => ONE_FILTER[field] ?? field));
  return filters.size > 1 && changed.every((field) => after[field] === undefined);
}

const filtered = (field: Field, by: string, all: string): readonly [Field, Name] => [
  field,
  (_, after) => (after[field] === undefined ? `show all${all}` : `filter by ${by}`),
];

const FILTERS = [
  ['label', 'labels', ' labels'],
  ['type', 'relationship types', ' relationship types'],
  ['modality', 'modality', ', any modality'],
  ['confidence', 'confidence', ', any confidence'],
  ['source', 'sources', ' sources'],
] as const;

const started: Name = (_, { start, focus, add }, told) => {
  if (start === 'nothing') return add ? `start from ${told(add)}` : 'clear the canvas';
  // A focus says more than that the canvas was empty before.
  return focus ? undefined : 'show everything';
};

const ARRANGED = { force: 'by connections', circle: 'in a circle', hierarchy: 'in layers' } as const;

const arranged: Name = (_, { layout = 'force', group = 'label' }) => {
  if (layout !== 'groups') return `arrange ${ARRANGED[layout]}`;
  return `arrange by ${uncapital(groupingMeaning(group).title)}`;
};

const NETWORKS = { direct: 'direct stances', agreement: 'agreement', merged: 'both' } as const;

/** Fields in the order of how much they say of a change. */
const NAMES: readonly (readonly [Field, Name])[] = [
  ['step', (_, { step }) => (step === undefined ? 'leave the story' : `go to step ${step}`)],
  ['start', started],
  ['focus', focused],
  ['depth', focused],
  ['path', (_, { path }, told) => (path ? `find the path to ${told(path.slice(1))}` : 'clear the path')],
  ['paths', (_, { paths }) => (paths === 'all' ? 'show all shortest paths' : 'show one shortest path')],
  list(
    'hide',
    (told) => `hide ${told}`,
    (told) => `show ${told} again`,
  ),
  list(
    'add',
    (told) => `add ${told}`,
    (told) => `remove ${told}`,
  ),
  list(
    'expand',
    (told) => `expand ${told}`,
    (told) => `collapse ${told}`,
  ),
  ['expandBy', expandedBy],
  list(
    'reveal',
    (told) => `show the edges among ${told}`,
    () => 'show fewer edges',
  ),
  ...FILTERS.map(([field, by, all]) => filtered(field, by, all)),
  ['where', (_, { where }) => (where ? 'filter by properties' : 'show all properties')],
  ['text', (_, { text }) => (text === undefined ? 'show all texts' : `filter by “${shortened(text)}”`)],
  ['minDegree', (_, { minDegree }) => (minDegree === undefined ? 'show all degrees' : 'filter by degree')],
  ['core', (_, { core }) => (core === undefined ? 'show more than the core' : 'show the core')],
  ['largest', (_, { largest }) => (largest ? 'show the largest component' : 'show all parts')],
  [
    'backbone',
    (_, { backbone }) => (backbone === undefined ? 'show more than the backbone' : 'show the backbone'),
  ],
  ['nearest', (_, { nearest }) => (nearest === undefined ? 'show all weights' : 'show the heaviest edges')],
  ['from', dated],
  ['to', dated],
  ['when', (_, { when }) => `show when edges ${when === 'said' ? 'were stated' : 'held'}`],
  ['dated', (_, { dated: only }) => (only ? 'leave out undated edges' : 'show undated edges')],
  ['unit', (_, { unit = 'month' }) => `count by ${unit}`],
  ['layout', arranged],
  ['group', arranged],
  ['along', (_, { along }) => (along ? 'layer by other relationship types' : 'layer by all edges')],
  ['seed', () => 'rearrange'],
  ['pins', moved],
  ['size', () => 'change the size of nodes'],
  ['colour', () => 'change the colour of nodes'],
  ['shape', () => 'change the shape of nodes'],
  ['width', () => 'change the width of edges'],
  ['look', () => 'change own looks'],
  ['network', (_, { network = 'direct' }) => `read alliances from ${NETWORKS[network]}`],
  ['weigh', () => 'change the weights of stances'],
  ['threshold', () => 'change the threshold of agreement'],
  ['table', (_, { table }) => (table ? 'open the table' : 'close the table')],
  ['select', selected],
  ['caption', () => 'change the caption'],
];
