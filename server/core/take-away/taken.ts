import type { WidthRow } from '../looks/edges/widths.ts';
import type { PictureLooks } from '../looks/looks.ts';
import type { SizeRow } from '../looks/node-looks.ts';
import type { ShapeRow } from '../looks/node-shapes.ts';
import type { ThemeName } from '../looks/theme.ts';
import type { Graph } from '../model/graph.ts';
import type { Shape } from '../model/style.ts';
import type { View } from '../view/view.ts';
import type { Block } from '../words/caption.ts';

/** One view of what is taken along. */
export interface TakenStep {
  title?: string;
  caption: readonly Block[];
  view: Pick<View, 'size' | 'camera' | 'pins' | 'select'>;
  /** Keys of what it shows, and where. */
  nodes: readonly string[];
  edges: readonly string[];
  positions: Readonly<Record<string, readonly [number, number]>>;
  looks: {
    sizes?: Readonly<Record<string, number>>;
    fills?: Readonly<Record<string, number>>;
    groups?: Readonly<Record<string, string>>;
    shapes?: Readonly<Record<string, Shape>>;
    widths?: Readonly<Record<string, number>>;
    says?: NonNullable<PictureLooks['says']>;
    sizeKey?: readonly SizeRow[];
    shapeKey?: readonly ShapeRow[];
    widthKey?: readonly WidthRow[];
    key: readonly { fill: number; title: string; count: number }[];
  };
}

/** All that a file taken along holds: a view, or the steps of a story. */
export interface Taken {
  title: string;
  summary?: string;
  credit: string;
  /** The reader's own when absent. */
  theme?: ThemeName;
  legend: boolean;
  /** Every node and edge of any step. */
  graph: Graph;
  /** Names of nodes that evidence speaks of and that are in no step. */
  names: Readonly<Record<string, string>>;
  steps: readonly TakenStep[];
}

/** Script and styles of such a file, with the digests that its policy names. */
export interface TakeAwayBundle {
  script: { text: string; digest: string };
  style: { text: string; digest: string };
}
