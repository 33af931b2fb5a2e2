import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ExplorerPage } from '../setup/explorer-page.ts';
import { command } from './tools/run-command.ts';

/** A busy machine takes its time. */
const PATIENT = { timeout: 15_000 };
const totals = (page: Page) => page.locator('.totals').innerText();

/** The filters of the legend beyond those that list what there is. */
export function narrowing(the: () => ExplorerPage): void {
  /** Whoever asserted most of the edges, with those edges. */
  const asserted = () => {
    const { nodes, edges } = the().graph;
    const assertedBy = (key: string) =>
      edges.filter(({ attributes }) => attributes.properties.assertedBy === key);
    const [key, own] = nodes
      .map((node) => [node.key, assertedBy(node.key)] as const)
      .reduce((most, each) => (each[1].length > most[1].length ? each : most));
    const caption = nodes.find((node) => node.key === key)?.attributes.caption ?? key;
    return {
      key,
      caption,
      edges: own,
      nodes: new Set(own.flatMap(({ source, target }) => [source, target])),
    };
  };

  describe('filtering by more than what is listed', () => {
    it('calls by name who asserted something, also where they are not in the picture', async () => {
      const { nodes, edges } = the().graph;
      const labelOf = new Map(nodes.map(({ key, attributes }) => [key, attributes.labels.at(-1)]));
      const within = (label: string | undefined) =>
        edges.filter(({ source, target }) => labelOf.get(source) === label && labelOf.get(target) === label);
      const assertersOf = (label: string | undefined) =>
        new Set(within(label).map(({ attributes }) => String(attributes.properties.assertedBy)));
      const label = [...new Set(labelOf.values())].find((each) => {
        const asserters = [...assertersOf(each)];
        return asserters.length > 1 && asserters.some((key) => labelOf.get(key) !== each);
      });
      const page = await the().open(`?label=${label}`);
      const captions = [...assertersOf(label)].map(
        (key) => nodes.find((node) => node.key === key)?.attributes.caption,
      );
      const group = page.getByRole('group', { name: 'Asserted by' });
      await expect
        .poll(async () => (await group.locator('.facet-title').allInnerTexts()).sort(), PATIENT)
        .toEqual(captions.sort());
      expect(the().faults()).toEqual([]);
    });

    it('shows what one actor asserted, says what that leaves, and takes it back by its name', async () => {
      const { key, caption, edges, nodes } = asserted();
      const page = await the().open('');
      const before = `${the().graph.nodes.length} nodes`;
      await expect.poll(() => totals(page), PATIENT).toContain(before);
      const group = page.getByRole('group', { name: 'Asserted by' });
      await group.getByRole('checkbox', { name: caption }).focus();
      await page.keyboard.press('Space');
      await page.waitForURL((url) => url.searchParams.get('where') === `edge:assertedBy=${key}`);
      await expect
        .poll(() => totals(page), PATIENT)
        .toMatch(new RegExp(`^${nodes.size} .*${edges.length} `, 's'));
      await page.getByText(`This property leaves ${nodes.size} nodes, ${edges.length} edges`).waitFor();
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expect.poll(() => totals(page), PATIENT).toContain(before);
      expect(await group.getByRole('checkbox', { name: caption }).isChecked()).toBe(false);
      expect(the().faults()).toEqual([]);
    });

    it('narrows to values of a property that is chosen, together with who asserted it', async () => {
      const { key, caption, edges } = asserted();
      const page = await the().open('');
      await page.getByRole('group', { name: 'Asserted by' }).getByRole('checkbox', { name: caption }).check();
      await page.getByLabel('Property').selectOption('edge:paragraph');
      const values = page.getByRole('group', { name: 'Values of paragraph' }).getByRole('checkbox');
      await values.first().check();
      await page.waitForURL((url) => url.searchParams.getAll('where').join().includes('edge:paragraph='));
      const paragraph = /edge:paragraph=([^,&]+)/.exec(decodeURIComponent(page.url()))?.[1];
      const left = edges.filter(({ attributes }) =>
        [attributes.properties.paragraph].flat().map(String).includes(String(paragraph)),
      );
      expect(left.length).toBeGreaterThan(0);
      expect(decodeURIComponent(page.url())).toContain(`edge:assertedBy=${key}`);
      await expect.poll(() => totals(page), PATIENT).toMatch(new RegExp(`\\n${left.length} `));
      expect(the().faults()).toEqual([]);
    });

    it('leads from the commands to the field of a filter, and says that nothing passes it', async () => {
      const page = await the().open('');
      await page.locator('.canvas [role=application]').waitFor();
      // A folded legend opens for it.
      await page.getByRole('button', { name: 'Fold legend' }).click();
      await command(page, 'filter by text');
      await page.getByLabel('Text', { exact: true }).and(page.locator(':focus')).waitFor();
      await page.keyboard.type('no text is like this');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Nothing matches these filters' }).waitFor();
      await page.getByText('leaves 0 nodes, 0 edges').waitFor();
      expect(the().faults()).toEqual([]);
    });
  });
}
