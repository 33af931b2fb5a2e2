import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** One event of Chromium's trace; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Of `dur`, what the thread itself ran, and did not wait for a processor. */
  tdur?: number;
  args: { name?: string; data?: { functionName?: string; url?: string; lineNumber?: number; type?: string } };
}

/** The longest task of a page's main thread. */
export interface LongestTask {
  /** Milliseconds by the clock, and of the processor. */
  lasted: number;
  ran: number;
  /** What most of it was. */
  was: string;
  /** Of the processor, the most that any task ran: on a busy machine, or one without graphics, the longest only waits. */
  mostRan: number;
}

const CATEGORIES = ['toplevel', 'cc', 'v8', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
const PROFILE = [
  'disabled-by-default-v8.cpu_profiler',
  'gpu',
  'viz',
  'cc',
  'disabled-by-default-gpu.service',
];
/** With a folder here, each step leaves its trace there, with samples, for the performance panel of a browser. */
const FOLDER = process.env.ENTENTE_BENCH_TRACES;

/** Does something on a page and tells the longest task that its main thread ran meanwhile. */
export async function longestTask(
  page: Page,
  name: string,
  act: () => Promise<unknown>,
): Promise<LongestTask> {
  const browser = page.context().browser() as Browser;
  await browser.startTracing(page, { categories: FOLDER ? [...CATEGORIES, ...PROFILE] : CATEGORIES });
  await act();
  const trace = await browser.stopTracing();
  if (FOLDER) writeFileSync(join(FOLDER, `${name.replaceAll(/\W+/g, '-')}.json`), trace);
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  return longestOf(traceEvents);
}

/** The browser setting up what it draws a tab by, which it does before any of the page is there. */
const START_OF_TAB = 'ProxyMain::RequestNewLayerTreeFrameSink';

function longestOf(events: readonly TraceEvent[]): LongestTask {
  const threads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const onMain = events.filter((event) => event.ph === 'X' && threads.has(threadOf(event)));
  const starts = onMain.filter(({ name }) => name === START_OF_TAB);
  const tasks = onMain.filter(
    (task) => /RunTask$/.test(task.name) && !starts.some((start) => isWithin(start, task)),
  );
  const [longest] = tasks.toSorted((a, b) => (b.dur ?? 0) - (a.dur ?? 0));
  if (!longest) return { lasted: 0, ran: 0, was: 'nothing', mostRan: 0 };
  const { dur = 0, tdur = dur } = longest;
  const mostRan = tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000;
  return { lasted: dur / 1000, ran: tdur / 1000, was: mostOf(longest, onMain), mostRan };
}

const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;

function isWithin(event: TraceEvent, task: TraceEvent): boolean {
  const ends = event.ts + (event.dur ?? 0) <= task.ts + (task.dur ?? 0);
  return threadOf(event) === threadOf(task) && event.ts >= task.ts && ends;
}

/** The innermost event that takes at least half of a task. */
function mostOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const inside = events.filter(
    (event) =>
      isWithin(event, task) && (event.dur ?? 0) >= (task.dur ?? 0) / 2 && !event.name.includes('RunTask'),
  );
  const innermost = inside.sort((a, b) => (a.dur ?? 0) - (b.dur ?? 0))[0];
  if (!innermost) return 'many parts';
  const { functionName, url, lineNumber, type } = innermost.args.data ?? {};
  const file = url?.split('/').at(-1);
  const place = file && `${file}${lineNumber === undefined ? '' : `:${lineNumber}`}`;
  return [innermost.name, type ?? functionName, place].filter(Boolean).join(' ');
}
