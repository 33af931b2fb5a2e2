import type { Measured } from './nodes/network.ts';

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
  measures: { frustration: { camps: readonly (readonly [string[], string[]])[] } };
  parts: Readonly<Record<string, number>>;
  blocs: { clustering: { of: Readonly<Record<string, number>> } };
}

/** A camp, or a bloc, and who is in it, by key. */
export interface Side {
  title: string;
  members: string[];
}
