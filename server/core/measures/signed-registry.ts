import type { SignedMeasure } from './measure.ts';
import { agreement } from './signed/agreement.ts';
import { balance } from './signed/balance.ts';
import { blocs } from './signed/blocs.ts';
import { brokerage } from './signed/brokerage.ts';
import { chance } from './signed/chance.ts';
import { coAttendance } from './signed/co-attendance.ts';
import { frustration } from './signed/frustration.ts';
import { manyCamps } from './signed/many-camps.ts';
import { series } from './signed/series.ts';
import { triads } from './signed/triads.ts';
import { twoCamps } from './signed/two-camps.ts';
import { walkBalance } from './signed/walk-balance.ts';
import { whatIf } from './signed/what-if.ts';

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
