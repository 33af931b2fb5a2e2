import { dateOf, unixTime } from '../values/date.ts';
import { decimalOf, numberOf } from '../values/number.ts';
import { areSigns, signOfWord } from '../values/sign.ts';
import type { Header, Row } from './header.ts';
import type { TableMapping } from './mapping.ts';
import { type ColumnRole, columnWord, pairStem } from './words.ts';

/** What stands for a value that is not known. */
export const NOT_KNOWN = /^(?:na|n\/a|nan|null|none|\.|-99?9?|–|—)$/i;

export function isNotKnown(text: string): boolean {
  return text === '' || NOT_KNOWN.test(text);
}

/** What a table seems to mean: a mapping, which a person may correct. */
export function guessMapping({ names, told, counts }: Header, body: readonly Row[]): TableMapping {
  const columns = names.map((name, at) => new Column(name, at, body, told));
  const used = counts
    ? columns.slice(1)
    : columns.filter(({ name, values }) => name !== '' || values.length > 0);
  const role = (wanted: ColumnRole) => used.find((column) => column.word === wanted);
  const [source, target] = [role('source'), role('target')];
  if (source && target) return edges(used, source, target);
  if (isMatrix(used, counts)) return { kind: 'matrix' };
  const pair = pairOf(used);
  if (pair) return edges(used, ...pair);
  const isNodes = role('id') ?? (role('name') && used.length !== 2 ? role('name') : undefined);
  const ends = used.filter((column) => column.isKey());
  const isNamed = role('id') && role('name');
  if (
    isNamed ||
    used.length === 1 ||
    (isNodes && !role('sign') && !(ends.length === 2 && used.length === 2)) ||
    ends.length < 2
  )
    return nodes(used, isNodes ?? ends[0]);
  return edges(used, ends[0] as Column, ends[1] as Column);
}

/** A column of the first rows. */
class Column {
  readonly name: string;
  readonly at: number;
  readonly word: ColumnRole | undefined;
  /** What its cells hold that are not empty. */
  readonly values: readonly string[];

  constructor(name: string, at: number, body: readonly Row[], told: boolean) {
    this.name = name;
    this.at = at;
    this.word = told ? columnWord(name) : undefined;
    this.values = body
      .map(({ cells }) => cells[at] ?? '')
      .filter((cell) => cell !== '' && !NOT_KNOWN.test(cell));
  }

  areNumbers(): boolean {
    const decimal = decimalOf(this.values);
    return this.values.length > 0 && this.values.every((value) => numberOf(value, decimal) !== undefined);
  }

  /** Whether it is the one column of numbers in a list of edges without a header. */
  isOnlyNumber(): boolean {
    return /^column \d+$/.test(this.name) && this.word === undefined && this.areNumbers();
  }

  areMostlyNumbers(): boolean {
    const decimal = decimalOf(this.values);
    return (
      this.values.filter((value) => numberOf(value, decimal) !== undefined).length > this.values.length / 2
    );
  }

  areDates(): boolean {
    return (
      this.values.length > 0 &&
      this.values.every((value) => (dateOf(value) ?? dateOf(value, 'month first')) !== undefined)
    );
  }

  /** Whether it may name an end of edges: not a measure, a date or a sign. */
  isKey(): boolean {
    if (this.values.length === 0) return false;
    if (this.word !== undefined && !['id', 'name', 'source', 'target', 'labels'].includes(this.word))
      return false;
    if (areSigns(this.values)) return false;
    if (!this.areNumbers()) return !this.areDates();
    return this.values.every((value) => /^\d{1,12}$/.test(value));
  }
}

function edges(columns: readonly Column[], source: Column, target: Column): TableMapping {
  const others = columns.filter((column) => column !== source && column !== target);
  const taken = new Set<Column>();
  const take = (role: ColumnRole, fits: (column: Column) => boolean = () => true) => {
    const found = others.find((column) => column.word === role && !taken.has(column) && fits(column));
    if (found) taken.add(found);
    return found?.name;
  };
  const signs = others.find(
    (column) =>
      areSigns(column.values) &&
      (column.word === 'sign' || column.values.some((v) => signOfWord(v) !== Number(v))),
  );
  if (signs) taken.add(signs);
  const sign =
    signs?.name ?? take('sign', ({ values }) => values.every((value) => signOfWord(value) !== undefined));
  const direction =
    take('type', ({ values }) => values.every(isDirection)) ??
    take('direction', ({ values }) => values.every(isDirection));
  const dated = (column: Column) => column.areDates() || column.areNumbers();
  const optional = {
    ...given(
      'weight',
      others.length === 1 && others[0]?.isOnlyNumber()
        ? others[0].name
        : take('weight', (column) => column.areMostlyNumbers()),
    ),
    ...given('since', take('since', dated)),
    ...given('until', take('until', dated)),
    ...given(
      'statedOn',
      take('statedOn', (column) => column.areDates() || areUnixTimes(column)),
    ),
    ...given('id', take('id')),
  };
  const type = take(
    'type',
    ({ values }) => values.length > 0 && !values.every((value) => numberOf(value) !== undefined),
  );
  const evidence = {
    ...given('claim', take('claim')),
    ...given('quotation', take('quotation')),
    ...given('source', take('evidence')),
    ...given(
      'paragraph',
      take('paragraph', (column) => column.areNumbers()),
    ),
    ...given('assertedBy', take('assertedBy')),
  };
  const unix = others.find((column) => column.name === optional.statedOn && !column.areDates());
  const kinds = sidesOf(source, target);
  return {
    kind: 'edges',
    source: { column: source.name, ...given('label', kinds[0]) },
    target: { column: target.name, ...given('label', kinds[1]) },
    ...(direction !== undefined && { directed: { column: direction } }),
    ...(type !== undefined && { type: { column: type } }),
    ...(sign !== undefined && { sign: { column: sign } }),
    ...optional,
    ...(unix && { dates: 'unix' as const }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
  };
}

/** The labels of ends whose columns are called by them: State of `country`, Issue of `issue`. */
function sidesOf(source: Column, target: Column): [string | undefined, string | undefined] {
  const label = ({ name }: Column) => LABELS.find(([pattern]) => pattern.test(name))?.[1];
  return [label(source), label(target)];
}

const LABELS: readonly [RegExp, string][] = [
  [/country|state|nation/i, 'State'],
  [/person|speaker|politician/i, 'Person'],
  [/organi[sz]ation|party/i, 'Organisation'],
  [/issue|resolution|rcid|roll.?call|bill|concept|topic/i, 'Issue'],
  [/event|meeting/i, 'Event'],
];

const isDirection = (value: string) => /^(?:un)?directed$|^mutual$/i.test(value);

function areUnixTimes(column: Column): boolean {
  return column.areNumbers() && column.values.every((value) => unixTime(Number(value)) !== undefined);
}

function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

/** Two columns whose names differ by 1 and 2, or a and b. */
function pairOf(columns: readonly Column[]): [Column, Column] | undefined {
  for (const first of columns) {
    const one = pairStem(first.name);
    if (one?.side !== 1 || !first.isKey()) continue;
    const second = columns.find(({ name }) => {
      const two = pairStem(name);
      return two?.side === 2 && two.stem === one.stem;
    });
    if (second?.isKey()) return [first, second];
  }
  return undefined;
}

/**
 * A matrix has a column of names, and then cells that are all numbers or signs. Beside other tables of numbers it is
 * known by an empty corner, by the same names in rows and columns, by words for signs, or by its width.
 */
function isMatrix(columns: readonly Column[], counted: boolean): boolean {
  const [labels, ...cells] = columns;
  if (!labels || cells.length < 2 || new Set(labels.values).size !== labels.values.length) return false;
  const all = cells.flatMap(({ values }) => values);
  if (all.filter(isCell).length < MOSTLY * all.length) return false;
  const names = new Set(cells.map(({ name }) => name));
  const same = labels.values.filter((value) => names.has(value)).length;
  const square = same >= 2 && same >= 0.8 * labels.values.length;
  const worded =
    all.every((value) => signOfWord(value) !== undefined) &&
    !all.every((value) => numberOf(value) !== undefined);
  const plainly = cells.every(({ word }) => word === undefined);
  return (
    square ||
    ((labels.name === '' || worded || (counted && cells.length >= 3) || cells.length >= 8) &&
      plainly &&
      all.length > 0)
  );
}

/** Of cells of a matrix, so many must be numbers or signs: a slip makes no other table of it. */
const MOSTLY = 0.95;

function isCell(value: string): boolean {
  return (
    numberOf(value) !== undefined || numberOf(value, ',') !== undefined || signOfWord(value) !== undefined
  );
}

/** The column of years of a table that has a row for each node and year. */
function yearOf(columns: readonly Column[]): string | undefined {
  return columns.find((column) => column.word === 'statedOn' && column.areDates())?.name;
}

function nodes(columns: readonly Column[], key: Column | undefined): TableMapping {
  const role = (wanted: ColumnRole) =>
    columns.find((column) => column.word === wanted && column !== key)?.name;
  const id = columns.find(({ word }) => word === 'id') ?? key ?? columns[0];
  const name = role('name') ?? (id?.word === 'name' ? id.name : undefined);
  const labels = columns.find(({ name: title }) => title.toLowerCase() === 'labels')?.name;
  return {
    kind: 'nodes',
    ...given('id', id?.name),
    ...given('name', name === id?.name ? undefined : name),
    ...given('labels', labels),
    ...given('latest', id && new Set(id.values).size < id.values.length ? yearOf(columns) : undefined),
    ...given('aliases', role('aliases')),
  };
}
