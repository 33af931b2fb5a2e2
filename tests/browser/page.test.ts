import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { hasBrowser } from '../setup/browser.ts';
import type { Engine } from '../setup/engines.ts';
import { type ExplorerPage, startExplorerPage } from '../setup/explorer-page.ts';
import { embeds } from './embeds.ts';
import { embedsInArticles } from './embeds-in-articles.ts';
import { journeys } from './journeys.ts';
import { moving } from './moving.ts';
import { naming } from './naming.ts';
import { narrowing } from './narrowing.ts';
import { sharing } from './sharing.ts';
import { states } from './states.ts';
import { workbench } from './workbench.ts';

// The page sees no difference between engines, which the conformance suite compares: one will do.
const engine = inject('engines').find(({ connection }) => connection) as Engine | undefined;

describe.skipIf(!hasBrowser || !engine)('the page in a real browser', { timeout: 60_000 }, () => {
  let page: ExplorerPage;
  beforeAll(async () => {
    if (engine) page = await startExplorerPage(engine);
  }, 120_000);
  afterAll(() => page?.close(), 60_000);
  afterEach(async () => {
    await page.tidy();
    page.pretend(undefined);
    page.faults();
  });
  const the = () => page;
  journeys(the);
  moving(the);
  naming(the);
  narrowing(the);
  states(the);
  workbench(the);
  embeds(the);
  embedsInArticles(the);
  sharing(the);
});
