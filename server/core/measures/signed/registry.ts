import type { SignedMeasure } from '../measure.ts';
import { agreement } from './agreement.ts';
import { balance } from './balance.ts';
import { blocs } from './blocs.ts';
import { brokerage } from './brokerage.ts';
import { chance } from './chance.ts';
import { coAttendance } from './co-attendance.ts';
import { frustration } from './frustration.ts';
import { manyCamps } from './many-camps.ts';
import { series } from './series.ts';
import { triads } from './triads.ts';
import { twoCamps } from './two-camps.ts';
import { walkBalance } from './walk-balance.ts';
import { whatIf } from './what-if.ts';

const LISTED = [
  triads,
  balance,
  chance,
  walkBalance,
  twoCamps,
  manyCamps,
  frustration,
  agreement,
  coAttendance,
  blocs,
  brokerage,
  whatIf,
  series,
] as const;

type Any = (typeof LISTED)[number];

export type SignedMeasureId = Any['id'];

/** Those that leave it to a panel to say what they find, and are no part of what is said of another. */
export type SilentMeasureId = Exclude<Any, { tell: unknown } | { of: 'measure' }>['id'];

/** What the measures of a network find, by their names. */
export type Found = { [M in Any as M['id']]: Awaited<ReturnType<M['find']>> };

/**
 * Every measure of signed networks, in the order of the page and of what is printed: whatever lists, names, takes or
 * documents them reads it here. They are apart from those of nodes, as an embed draws by those alone.
 */
export const SIGNED_MEASURES: readonly (SignedMeasure & { id: SignedMeasureId })[] = LISTED;

/** Those that `npm run measure` prints. */
export const PRINTED_MEASURES = SIGNED_MEASURES.filter(
  (measure): measure is Printed => measure.printed !== undefined,
);
type Printed = (typeof SIGNED_MEASURES)[number] & Required<Pick<SignedMeasure, 'printed'>>;
