import type { Worker } from 'node:worker_threads';
import type { Reader } from '../core/answers/reader.ts';
import type { StillOptions } from '../core/contract/embed.ts';
import { MOST_PDF, type PdfOptions } from '../core/contract/pdf.ts';
import type { View } from '../core/view/view.ts';
import { openWorker } from '../threads/open-worker.ts';
import { type Asker, createThread, type ThreadLimits, type ThreadWords } from '../threads/thread.ts';
import type { CardWork } from './card.ts';
import { packView } from './packed-view.ts';
import type { PdfWork } from './pdf/pdf-work.ts';
import { createPictureReader, type ReadView } from './read-view.ts';
import type { StillWork } from './still-work.ts';

/** Of more there is no still picture: an embed would be there before it. */
const MOST_DRAWN = 300;
/** Megabytes of a thread's heap. Of 10,000 nodes and 50,000 edges a PDF needs more than 256, and less than 384. */
const MEMORY = { still: 256, pdf: 512 };
const LIMITS: ThreadLimits = { work: 10_000, start: 30_000, idle: 300_000, waiting: 32 };
const WORDS: ThreadWords = { others: 'other pictures', advice: 'Narrow the view, or choose SVG.' };
/** A file is waited for: of so many nodes it takes 16 s of a processor. */
const PDF_LIMITS: ThreadLimits = { ...LIMITS, work: 60_000, waiting: 8 };

/** Draws what has been read, and tells the milliseconds that took, unless the asker's signal aborts before. */
type Draw<Made> = (asker?: Asker) => Promise<{ result: Made; took: number }>;

/** Draws still pictures of views, in threads of their own: other requests are answered meanwhile. */
export interface Stills {
  /**
   * Reads a view, and gives what draws it as an embed shows it, as SVG; undefined where the database is too large for
   * that. To draw throws an EntenteError: `timeout` where it takes too long, `too_many_requests` where too many wait.
   */
  draw(reader: Reader, view: View, options: StillOptions): Promise<Draw<string> | undefined>;
  /**
   * The same as PDF, just as the explorer draws it; undefined where the view is too large for that.
   *
   * @param caption Over the picture; empty for none.
   */
  drawPdf(
    reader: Reader,
    view: View,
    options: PdfOptions,
    caption: string,
  ): Promise<Draw<Uint8Array> | undefined>;
  /**
   * As a PNG for previews of links, of views as large as those of a PDF.
   *
   * @param options.title Over the picture; what it shows when absent.
   * @param options.width In pixels.
   */
  drawCard(
    reader: Reader,
    view: View,
    options: { title?: string; width: number },
  ): Promise<Draw<Uint8Array> | undefined>;
  /** Ends the threads, with whatever they do. */
  close(): Promise<void>;
}

/** Begins nothing before the first picture is asked for. */
export function openStills(limits: Partial<ThreadLimits> = {}): Stills {
  const thread = createThread<StillWork, string>(() => open(MEMORY.still), { ...LIMITS, ...limits }, WORDS);
  // Else the still pictures of an article would wait for somebody's file.
  const files = createThread<PdfWork | CardWork, Uint8Array>(
    () => open(MEMORY.pdf),
    { ...PDF_LIMITS, ...limits },
    WORDS,
  );
  return {
    draw: async (reader, view, options) => {
      const read = await createPictureReader(reader, Math.min(MOST_DRAWN, reader.rowLimit))(view);
      if (!read.isComplete) return undefined;
      const { version } = reader.context;
      return (asker) => thread.run({ ...options, read, version }, asker);
    },
    drawPdf: async (reader, view, options, caption) => {
      const read = await readForFile(reader, view);
      if (!read) return undefined;
      return async (asker) =>
        files.run(
          { kind: 'pdf', packed: await packView(read), options, caption, created: Date.now() },
          asker,
        );
    },
    drawCard: async (reader, view, options) => {
      const read = await readForFile(reader, view);
      if (!read) return undefined;
      return async (asker) => files.run({ kind: 'card', packed: await packView(read), ...options }, asker);
    },
    close: async () => {
      await Promise.all([thread.close(), files.close()]);
    },
  };
}

/** What a file is drawn of; undefined where the view is too large for one. */
async function readForFile(reader: Reader, view: View): Promise<ReadView | undefined> {
  const read = await createPictureReader(reader, Math.min(MOST_PDF.edges, reader.rowLimit))(view);
  return read.isComplete && read.loaded.nodes.length <= MOST_PDF.nodes ? read : undefined;
}

function open(memory: number): Worker {
  return openWorker(import.meta.url, 'still.worker', { resourceLimits: { maxOldGenerationSizeMb: memory } });
}
