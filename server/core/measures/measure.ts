import type { Amount } from './amount.ts';
import type { Measured } from './nodes/network.ts';
import type { Finder, NamedEdge } from './signed-network.ts';

/** A measure in words, whatever it is taken of. */
export interface Measure {
  /** Its name in links, in the API and on the command line. */
  id: string;
  /** The standard term. */
  name: string;
  /** For a reader who never met it. */
  sentence: string;
  /** Whose formula it is. */
  source: string;
}

/** What a value of a node can decide in a picture. */
export type Use = 'size' | 'colour' | 'shape' | 'group';

interface OfNodes extends Measure {
  /** What its values are. */
  range: string;
  uses: readonly Use[];
}

/** A measure that gives every node of a network a number. */
export interface NetworkMeasure extends OfNodes {
  takes: 'network';
  /** What a value is called, where values are groups and not amounts. */
  groupTitle?(value: number): string;
  /**
   * @param progress Called now and then with how much is done, from 0 to 1, where that can be told.
   * @returns One number a key; the network has at least one.
   */
  values(network: Measured, progress: (done: number) => void): Promise<Float64Array>;
}

/** A measure that tells who is with whom by the report on a signed network. */
export interface ReportMeasure extends OfNodes {
  takes: 'report';
  sides(report: Split): Side[];
}

export type NodeMeasure = NetworkMeasure | ReportMeasure;

/** What a report on a signed network says of who is with whom. */
export interface Split {
  parts: Readonly<Record<string, number>>;
  found: {
    frustration: { camps: readonly (readonly [string[], string[]])[] };
    blocs: { clustering: { of: Readonly<Record<string, number>> } };
  };
}

/** A camp, or a bloc, and who is in it, by key. */
export interface Side {
  title: string;
  members: string[];
}

/** A measure of a signed network. What is large, `find` loads when it is called, as the page lists measures too. */
export interface SignedMeasure<Found = unknown> extends Measure, Finder<Found> {
  /** Where it ends. */
  limits: string;
  /** What it looks at; what looks at another measure is shown with that. */
  of: 'signs' | 'pairs' | 'time' | 'measure';
  /** Whether it says who is with whom, of which nothing is printed where the data are too thin for conclusions. */
  concludes?: boolean;
  /** Why the data are too thin for it to mean anything; undefined when they are not. */
  thin?(amount: Amount): string | undefined;
  /** What `npm run measure` prints of it. */
  printed?(found: Found, tooThin: boolean): object;
  /** Its value in a cell beside that of another network. */
  brief?(found: Found): string;
  /** What the page says of it, unless a panel of its own does. */
  tell?(found: Found, tooThin: boolean): Told;
}

/** What a measure found, in words. */
export interface Told {
  value?: string;
  text?: string;
  table?: { sign: string; words: string; note: string; count: number }[];
  /** Edges that belong together, such as cycles. */
  groups?: { title: string; of: NamedEdge[][] };
}

/** A value to two decimals. */
export function decimals(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** Two bounds as one text: `3`, or `between 2 and 4` where they differ. */
export function boundsInWords({ lower, upper }: { lower: number; upper: number }): string {
  return lower === upper ? String(upper) : `between ${lower} and ${upper}`;
}
