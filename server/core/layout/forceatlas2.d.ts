// Parts of the library that it ships without types.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** One step of ForceAtlas2, in place, on matrices of nodes and edges. */
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): void;
}
declare module 'graphology-layout-forceatlas2/defaults.js' {
  const settings: object;
  export default settings;
}
