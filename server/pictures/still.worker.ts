import { parentPort } from 'node:worker_threads';
import { stepBehind } from '../threads/behind.ts';
import type { ThreadAnswer } from '../threads/thread.ts';
import { type CardWork, paintCard } from './card.ts';
import { type PdfWork, paintPdf } from './pdf/pdf-work.ts';
import { createStillPainter, type StillWork } from './still-work.ts';

stepBehind();

const paint = createStillPainter();
const say = (answer: ThreadAnswer<string | Uint8Array>) => parentPort?.postMessage(answer);

function painted(work: StillWork | PdfWork | CardWork): Promise<string | Uint8Array> {
  if (!('kind' in work)) return paint(work);
  return work.kind === 'pdf' ? paintPdf(work) : paintCard(work);
}

parentPort?.on('message', (work: StillWork | PdfWork | CardWork) => {
  painted(work).then(
    (result) => say({ result }),
    (fault) => say({ fault }),
  );
});
parentPort?.postMessage('started');
