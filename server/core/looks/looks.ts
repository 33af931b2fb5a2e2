import type { Groups } from '../model/groups.ts';
import type { Shape } from '../model/style.ts';
import type { TypeColours } from './edges/type-colours.ts';
import type { WidthRow } from './edges/widths.ts';
import type { EdgeLook } from './look.ts';
import type { KeyRow, SizeRow } from './node-looks.ts';
import type { ShapeRow } from './node-shapes.ts';
import type { RuleLooks } from './own/rule.ts';
import type { Swatch } from './swatch.ts';

/** What of nodes and edges is drawn otherwise than usual, by key. */
export interface Looks {
  /** Radii in layout units. */
  sizes?: ReadonlyMap<string, number>;
  /** Places in a theme's palette. */
  fills?: ReadonlyMap<string, number>;
  shapes?: ReadonlyMap<string, Shape>;
  /** Widths of edges in pixels. */
  widths?: ReadonlyMap<string, number>;
  /** Colours of edges by type, where there are no signs for them to say. */
  types?: TypeColours;
  /** What else lines of edges have otherwise. */
  lines?: ReadonlyMap<string, Partial<EdgeLook>>;
  /** What nodes are called. */
  names?: ReadonlyMap<string, string>;
  /** Groups whose names are written over them. */
  groups?: Groups;
}

/** A rule of a view's own looks, by which this many nodes or edges are drawn. */
export interface OwnRow {
  /** As the view has it. */
  rule: string;
  title: string;
  swatch: Swatch;
  count: number;
}

/** What a picture has by its view's own rules: the rules, and what each node and edge gets of them. */
export interface OwnLooks {
  rows: readonly OwnRow[];
  nodes: ReadonlyMap<string, RuleLooks>;
  edges: ReadonlyMap<string, RuleLooks>;
}

/** What of a picture may mean something else than usual. */
export type Look = 'places' | 'size' | 'colour' | 'shape' | 'width';

/** The same, with what it means. */
export interface PictureLooks extends Looks {
  /** What each stands for, where that is not the usual. */
  says?: Readonly<Partial<Record<Look, string>>>;
  /** What the fills mean. */
  key: readonly KeyRow[];
  sizeKey?: readonly SizeRow[];
  shapeKey?: readonly ShapeRow[];
  widthKey?: readonly WidthRow[];
  own?: OwnLooks;
}
