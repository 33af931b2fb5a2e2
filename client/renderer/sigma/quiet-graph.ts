import { MultiDirectedGraph } from 'graphology';
import type { DrawnEdge, DrawnNode } from '../../../server/core/scene/build.ts';

/**
 * A graph that can be changed without telling. Sigma 4.0.4 goes on grouping parallel edges and dragging
 * nodes by the graph it was made with when it is given another, so that it has to keep one graph for life;
 * and telling it of every single node and edge of a big one takes seconds.
 */
export class QuietGraph extends MultiDirectedGraph<DrawnNode, DrawnEdge> {
  #quiet = false;

  /** Runs changes of which no listener hears. */
  quietly(change: () => void): void {
    this.#quiet = true;
    try {
      change();
    } finally {
      this.#quiet = false;
    }
  }

  /** Drops, telling listeners, what another graph does not have, so that they forget its state. */
  dropAllBut(nodes: ReadonlySet<string>, edges: ReadonlySet<string>): void {
    for (const edge of this.filterEdges((key) => !edges.has(key))) this.dropEdge(edge);
    for (const node of this.filterNodes((key) => !nodes.has(key))) this.dropNode(node);
  }

  // biome-ignore lint/suspicious/noExplicitAny: the signature of Node's event emitter
  override emit(event: any, ...details: any[]): boolean {
    return !this.#quiet && super.emit(event, ...details);
  }
}
