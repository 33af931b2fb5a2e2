import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';
import { maxOf } from '../../core/numbers/extremes.ts';

/** Milliseconds between two looks at the clock, which each measured value holds as well. */
const RESOLUTION = 10;
/** Milliseconds of one window; the figures are of this one and the one before. */
const WINDOW = 300_000;
const QUANTILES = [0.5, 0.99, 0.999, 1];

/**
 * Tells how long whatever comes next waits for the server's one thread. Measured for as long as the process lives,
 * once for all applications in it.
 */
export function watchEventLoop(registers: [Registry]): void {
  begin();
  new Gauge({
    name: 'entente_event_loop_delay_seconds',
    help: 'How long the event loop kept others waiting in the last five to ten minutes; the most at quantile 1.',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const quantile of QUANTILES) this.set({ quantile: String(quantile) }, delayAt(quantile) / 1_000);
    },
  });
}

let windows: IntervalHistogram[] = [];

function begin(): void {
  if (windows.length > 0) return;
  windows = [opened()];
  setInterval(() => {
    const [current] = windows;
    const [, former] = windows;
    former?.disable();
    windows = [opened(), ...(current ? [current] : [])];
  }, WINDOW).unref();
}

function opened(): IntervalHistogram {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  histogram.enable();
  return histogram;
}

/** In milliseconds. */
function delayAt(quantile: number): number {
  const delays = windows.map((each) => (quantile === 1 ? each.max : each.percentile(100 * quantile)) / 1e6);
  return Math.max(0, maxOf(delays) - RESOLUTION);
}
