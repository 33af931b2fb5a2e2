/** A place in the picture, in layout units unless a function says otherwise. */
export interface Position {
  x: number;
  y: number;
}
/** Places of nodes by their keys. */
export type Positions = ReadonlyMap<string, Position>;
