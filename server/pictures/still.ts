import { Worker } from 'node:worker_threads';
import { MOST_BASE } from '../../client/state/base-graph.ts';
import type { StillOptions } from '../contract/embed.ts';
import type { PdfOptions } from '../contract/pdf.ts';
import type { View } from '../contract/view.ts';
import type { Reader } from '../graph/service.ts';
import type { PdfWork } from './pdf/pdf-work.ts';
import { createViewReader } from './read-view.ts';
import type { StillWork } from './still-work.ts';
import { createThread, type ThreadLimits } from './thread.ts';

/** A larger database can only be laid out in part, which would be another picture. */
const MOST_DRAWN = 300;
/** Nodes and edges that are read for a PDF, which is waited for: the explorer lays out the whole up to as many nodes. */
const MOST_PDF = 5 * MOST_BASE;
/** Megabytes of the thread's heap. */
const MEMORY = 256;
const LIMITS: ThreadLimits = { work: 10_000, start: 30_000, idle: 300_000, waiting: 32 };

/** Draws still pictures of views, in a thread of its own: other requests are answered meanwhile. */
export interface Stills {
  /**
   * Draws a view as an embed shows it.
   *
   * @returns The SVG and the milliseconds that it took; undefined where the database is too large for that
   * @throws EntenteError `timeout` where it takes too long, `too_many_requests` where too many wait
   */
  draw(
    reader: Reader,
    view: View,
    options: StillOptions,
  ): Promise<{ result: string; took: number } | undefined>;
  /**
   * Draws a view as PDF, just as the explorer draws it.
   *
   * @param caption Over the picture; empty for none.
   * @returns The file and the milliseconds that it took; undefined where the database is too large for that
   * @throws EntenteError as `draw`
   */
  drawPdf(
    reader: Reader,
    view: View,
    options: PdfOptions,
    caption: string,
  ): Promise<{ result: Uint8Array; took: number } | undefined>;
  /** Ends the thread, with whatever it does. */
  close(): Promise<void>;
}

/** Begins nothing before the first picture is asked for. */
export function openStills(limits: Partial<ThreadLimits> = {}): Stills {
  const thread = createThread<StillWork | PdfWork, string | Uint8Array>(openWorker, { ...LIMITS, ...limits });
  return {
    draw: async (reader, view, options) => {
      const read = await createViewReader(reader, Math.min(MOST_DRAWN, reader.rowLimit))(view);
      // It was laid out by what is shown alone, not as a part of the whole.
      if (read.base.attributes.truncated || read.loaded.attributes.truncated) return undefined;
      const { result, took } = await thread.run({ ...options, read, version: reader.context.version });
      return { result: String(result), took };
    },
    drawPdf: async (reader, view, options, caption) => {
      const read = await createViewReader(reader, Math.min(MOST_PDF, reader.rowLimit))(view);
      // Laid out by what is shown alone it would be another picture than the explorer's.
      if (!read.isWhole || read.loaded.attributes.truncated) return undefined;
      const work = { kind: 'pdf', read, options, caption, created: Date.now() } as const;
      const { result, took } = await thread.run(work);
      return { result: result as Uint8Array, took };
    },
    close: thread.close,
  };
}

function openWorker(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: MEMORY } };
  const isBuilt = import.meta.url.endsWith('.js');
  if (isBuilt) return new Worker(new URL('still.worker.js', import.meta.url), options);
  const source = new URL('still.worker.ts', import.meta.url).href;
  return new Worker(new URL('run-source.mjs', import.meta.url), { ...options, workerData: source });
}
