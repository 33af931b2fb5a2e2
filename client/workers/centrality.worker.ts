import type { Centrality, Measured } from '../../server/core/measures/centralities.ts';
import { measure } from '../../server/core/measures/centrality.ts';

/** What the worker is asked, once. */
export interface CentralityRequest {
  graph: Measured;
  name: Centrality;
}
/** What it answers: how much is done, then one number a key. */
export type CentralityAnswer = { progress: number } | { values: Float64Array };

const answer = (message: CentralityAnswer) => self.postMessage(message);

self.addEventListener('message', ({ data: { graph, name } }: MessageEvent<CentralityRequest>) => {
  answer({ values: measure(graph, name, (progress) => answer({ progress })) });
});
