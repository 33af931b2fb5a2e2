import { parentPort } from 'node:worker_threads';
import { stepBehind } from '../threads/behind.ts';
import type { ThreadAnswer } from '../threads/thread.ts';
import { type PdfWork, paintPdf } from './pdf/pdf-work.ts';
import { createStillPainter, type StillWork } from './still-work.ts';

stepBehind();

const paint = createStillPainter();
const say = (answer: ThreadAnswer<string | Uint8Array>) => parentPort?.postMessage(answer);

parentPort?.on('message', (work: StillWork | PdfWork) => {
  const painted: Promise<string | Uint8Array> = 'kind' in work ? paintPdf(work) : paint(work);
  painted.then(
    (result) => say({ result }),
    (fault) => say({ fault }),
  );
});
parentPort?.postMessage('started');
