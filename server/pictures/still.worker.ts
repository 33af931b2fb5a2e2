import { parentPort } from 'node:worker_threads';
import { createStillPainter, type StillWork } from './still-work.ts';
import type { ThreadAnswer } from './thread.ts';

const paint = createStillPainter();
const say = (answer: ThreadAnswer<string>) => parentPort?.postMessage(answer);

parentPort?.on('message', (work: StillWork) => {
  paint(work).then(
    (result) => say({ result }),
    (fault) => say({ fault }),
  );
});
parentPort?.postMessage('started');
