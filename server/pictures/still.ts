import type { Worker } from 'node:worker_threads';
import type { Reader } from '../core/answers/reader.ts';
import type { StillOptions } from '../core/contract/embed.ts';
import { MOST_PDF, type PdfOptions } from '../core/contract/pdf.ts';
import type { View } from '../core/view/view.ts';
import { openWorker } from '../threads/open-worker.ts';
import { type Asker, createThread, type ThreadLimits, type ThreadWords } from '../threads/thread.ts';
import { packView } from './packed-view.ts';
import type { PdfWork } from './pdf/pdf-work.ts';
import { createPictureReader } from './read-view.ts';
import type { StillWork } from './still-work.ts';

/** Of more there is no still picture: an embed would be there before it. */
const MOST_DRAWN = 300;
/** Megabytes of a thread's heap. Of 10,000 nodes and 50,000 edges a PDF needs more than 256, and less than 384. */
const MEMORY = { still: 256, pdf: 512 };
const LIMITS: ThreadLimits = { work: 10_000, start: 30_000, idle: 300_000, waiting: 32 };
const WORDS: ThreadWords = { others: 'other pictures', advice: 'Narrow the view, or choose SVG.' };
/** A file is waited for: of so many nodes it takes 16 s of a processor. */
const PDF_LIMITS: ThreadLimits = { ...LIMITS, work: 60_000, waiting: 8 };

/** Draws still pictures of views, in threads of their own: other requests are answered meanwhile. */
export interface Stills {
  /**
   * Draws a view as an embed shows it, unless the asker's signal aborts before.
   *
   * @returns The SVG and the milliseconds that it took; undefined where the database is too large for that
   * @throws EntenteError `timeout` where it takes too long, `too_many_requests` where too many wait
   */
  draw(
    reader: Reader,
    view: View,
    options: StillOptions,
    asker?: Asker,
  ): Promise<{ result: string; took: number } | undefined>;
  /**
   * Draws a view as PDF, just as the explorer draws it, unless the asker's signal aborts before.
   *
   * @param caption Over the picture; empty for none.
   * @returns The file and the milliseconds that it took; undefined where the view is too large for that
   * @throws EntenteError as `draw`
   */
  drawPdf(
    reader: Reader,
    view: View,
    options: PdfOptions,
    caption: string,
    asker?: Asker,
  ): Promise<{ result: Uint8Array; took: number } | undefined>;
  /** Ends the threads, with whatever they do. */
  close(): Promise<void>;
}

/** Begins nothing before the first picture is asked for. */
export function openStills(limits: Partial<ThreadLimits> = {}): Stills {
  const thread = createThread<StillWork, string>(() => open(MEMORY.still), { ...LIMITS, ...limits }, WORDS);
  // Else the still pictures of an article would wait for somebody's file.
  const files = createThread<PdfWork, Uint8Array>(
    () => open(MEMORY.pdf),
    { ...PDF_LIMITS, ...limits },
    WORDS,
  );
  return {
    draw: async (reader, view, options, asker) => {
      const read = await createPictureReader(reader, Math.min(MOST_DRAWN, reader.rowLimit))(view);
      if (!read.isComplete) return undefined;
      return await thread.run({ ...options, read, version: reader.context.version }, asker);
    },
    drawPdf: async (reader, view, options, caption, asker) => {
      const read = await createPictureReader(reader, Math.min(MOST_PDF.edges, reader.rowLimit))(view);
      if (!read.isComplete || read.loaded.nodes.length > MOST_PDF.nodes) return undefined;
      const packed = await packView(read);
      return await files.run({ kind: 'pdf', packed, options, caption, created: Date.now() }, asker);
    },
    close: async () => {
      await Promise.all([thread.close(), files.close()]);
    },
  };
}

function open(memory: number): Worker {
  return openWorker(import.meta.url, 'still.worker', { resourceLimits: { maxOldGenerationSizeMb: memory } });
}
