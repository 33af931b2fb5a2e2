import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../../server/core/formats/format.ts';
import type { ExplorerPage } from '../setup/explorer-page.ts';

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

const QUESTION = 'MATCH (a:Actor)-[r:SUPPORTS]->(i:Issue) RETURN a, r, i.name AS issue ORDER BY r.id';
const searchFor = (statement: string) => `cypher?${new URLSearchParams({ statement })}`;

/** What an analyst does in the workbench, on the real database. */
export function workbench(the: () => ExplorerPage): void {
  describe('the workbench', () => {
    let page: Page;
    const run = () => page.getByRole('button', { name: 'Run', exact: true });
    const open = async (search: string, options?: Parameters<ExplorerPage['open']>[1]) => {
      page = await the().open(search, options);
      await page.locator('.cm-content').waitFor();
    };
    beforeEach(() => void the().faults());
    afterEach(() => expect(the().faults()).toEqual([]));

    it('loads the editor on its own page only', async () => {
      page = await the().open();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.reload({ waitUntil: 'networkidle' });
      expect(asked.filter((address) => /language\.worker|start-/.test(address))).toEqual([]);
      await page.getByRole('link', { name: 'Cypher' }).click();
      await page.locator('.cm-content').waitFor();
      expect(asked.some((address) => /language\.worker/.test(address))).toBe(true);
    });

    it('fills the editor from a link, and runs only when the reader says so', async () => {
      await open(searchFor(QUESTION));
      await page.getByRole('heading', { name: 'Ask the graph' }).waitFor();
      expect(await page.locator('.cm-content').innerText()).toContain('SUPPORTS');
      await run().click();
      await page
        .locator('.result-summary')
        .getByText(/rows?, .*nodes?, .*edges?\./)
        .waitFor();
      // It is named so once every node has its place.
      await page.getByRole('application', { name: /^Graph of \d+ nodes? and \d+ edges?$/ }).waitFor();
    });

    it('colours the statement, completes labels of the data and marks what is wrong', async () => {
      await open('cypher');
      await page.locator('.cm-content').click();
      await page.keyboard.type('MATCH (n:');
      await page.locator('.cm-tooltip-autocomplete').getByText('Actor', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.type('Actor) RETRN n');
      await page.locator('.t-keyword').first().waitFor();
      await page.locator('.cm-lintRange-error').first().waitFor();
    });

    it('shows the place of an error in the statement, for as long as it stands there', async () => {
      await open(searchFor('MATCH (n)\nRETRN n'));
      await run().click();
      await page.getByRole('button', { name: /Go to line 2/ }).click();
      await page.locator('.place').waitFor();
      await page.keyboard.type('U');
      await page.locator('.editor-pane .notice').waitFor({ state: 'detached' });
    });

    it('fills a question of the library in with the most connected node and runs it by the keyboard', async () => {
      await open('cypher');
      await page.getByRole('button', { name: /What surrounds an actor/ }).click();
      await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('.parameter select')?.value);
      await page.locator('.cm-content').focus();
      await page.keyboard.press('Control+Enter');
      await page
        .locator('.result-summary')
        .getByText(/rows?, .*nodes?/)
        .waitFor();
    });

    it('runs a script statement by statement, and keeps it by name for the next visit', async () => {
      await open(searchFor(`:param most => 1 + 1\nRETURN $most AS two;\nUNWIND [1, 2, 3] AS n RETURN n`));
      await run().click();
      const answers = page.getByRole('list', { name: /Answers of the statements/ });
      await answers.getByRole('button', { name: /3 rows/ }).waitFor();
      await answers.getByRole('button', { name: /1 row$/ }).click();
      await page.locator('[data-cell="0:0"]').getByText('2', { exact: true }).waitFor();
      await page.getByRole('tab', { name: 'Saved' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Two and three');
      await page.getByLabel('Folder', { exact: true }).fill('Tries');
      await page.getByRole('button', { name: 'Save the statement' }).click();
      await page.getByRole('button', { name: 'Remove Two and three' }).waitFor();
      expect(await findings(page)).toEqual([]);
      await page.goto(page.url().replace(/\?.*/, ''));
      await page.getByRole('tab', { name: 'Saved' }).click();
      await page.getByRole('region', { name: 'Tries' }).getByText('Two and three').click();
      expect(await page.locator('.cm-content').innerText()).toContain('1 + 1');
      await page.getByRole('tab', { name: 'History' }).click();
      await page.getByRole('button', { name: 'Run again' }).first().click();
      await answers.getByRole('button', { name: /3 rows/ }).waitFor();
      expect(await findings(page)).toEqual([]);
    });

    it('switches between table, plan and JSON without running again', async () => {
      await open(searchFor(QUESTION));
      let runs = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/api/cypher') && !request.postData()?.includes('"plan"')) runs += 1;
      });
      await run().click();
      await page.locator('[data-cell="0:0"]').waitFor();
      await page.getByRole('tab', { name: 'Plan' }).click();
      await page.getByRole('treeitem').first().waitFor();
      await page.getByRole('tab', { name: 'JSON' }).click();
      await page.locator('.raw-json pre').first().waitFor();
      await page.getByRole('tab', { name: 'Table', exact: true }).click();
      await page.locator('[data-cell="0:0"]').waitFor();
      expect(runs).toBe(1);
    });

    it('marks the rows of a node that is chosen, and draws only the rows in view', async () => {
      await open(searchFor(QUESTION));
      await run().click();
      await page.locator('.chip').first().click();
      await page.getByRole('complementary', { name: /^Details of/ }).waitFor();
      expect(await page.locator('.result-row[data-marked="true"]').count()).toBeGreaterThan(0);
      await open(searchFor('UNWIND range(1, 5000) AS i RETURN i'));
      await run().click();
      await page.locator('.result-summary').getByText('5,000 rows.').waitFor();
      await page.locator('[data-cell="0:0"]').focus();
      await page.keyboard.press('Control+End');
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-cell') === '4999:0');
      expect(await page.locator('.result-body .result-row').count()).toBeLessThan(100);
    });

    it('saves the graph of the answer in every format', async () => {
      await open(searchFor(QUESTION));
      await run().click();
      await page
        .locator('.result-summary')
        .getByText(/nodes?/)
        .waitFor();
      for (const { title, extension } of Object.values(FORMATS)) {
        await page.getByRole('button', { name: 'Copy or save' }).click();
        const saved = page.waitForEvent('download');
        await page.getByRole('menuitem', { name: title }).click();
        expect((await saved).suggestedFilename()).toMatch(new RegExp(`^entente-.+\\.${extension}$`));
      }
    });

    it('walks the history, which survives a reload', async () => {
      await open(searchFor('RETURN 12345 AS kept'));
      await run().click();
      await page.locator('[data-cell="0:0"]').waitFor();
      await page.goto(page.url().replace(/\?.*/, ''));
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+ArrowUp');
      await page.locator('.cm-content').getByText('12345').waitFor();
    });

    it.each(['light', 'dark'] as const)(
      'axe finds nothing in it, narrow or wide, %s',
      async (colorScheme) => {
        for (const viewport of [
          { width: 1280, height: 800 },
          { width: 360, height: 740 },
        ]) {
          await open(searchFor(QUESTION), { colorScheme, viewport });
          await run().click();
          await page
            .locator('.result-summary')
            .getByText(/nodes?/)
            .waitFor();
          expect(await findings(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
          await page.getByRole('tab', { name: 'Table', exact: true }).click();
          await page.locator('[data-cell="0:0"]').waitFor();
          expect(await findings(page)).toEqual([]);
        }
      },
    );
  });
}
