import type { Measured } from '../../server/core/measures/nodes/network.ts';
import type { NodeMeasureId } from '../../server/core/measures/registry.ts';
import { createWorkers } from './ask.ts';
import type { NodesQuestion } from './nodes.worker.ts';
import nodesWorker from './nodes.worker.ts?worker&url';

/** Measures every node of a network, one number a key; rejects with the signal's reason when it is cancelled. */
export type MeasureNodes = (
  network: Measured,
  id: NodeMeasureId,
  progress?: (done: number) => void,
  signal?: AbortSignal,
) => Promise<Float64Array>;

const workers = createWorkers<NodesQuestion, number, Float64Array>(nodesWorker, 'This could not be measured');

/** Measures in a worker of its own. */
export const measureInWorker: MeasureNodes = (network, id, progress, signal) =>
  workers.ask({ network, id }, progress, signal);
