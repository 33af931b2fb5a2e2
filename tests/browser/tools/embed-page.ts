import type { Frame, Page } from 'playwright-core';
import type { ExplorerPage } from '../../setup/explorer-page.ts';

/** Waits until an embed has drawn its picture. */
export const drawn = (page: Page | Frame) => page.waitForSelector('body[data-state="drawn"]');

/** Embeds as pages of their own, and an edge to select in them. */
export function embedPage(the: () => ExplorerPage) {
  const edge = () => the().graph.edges[0]?.key ?? '';
  const open = async (search = '', options: Parameters<ExplorerPage['open']>[1] = {}) => {
    const page = await the().open(`embed${search}`, options);
    await drawn(page);
    return page;
  };
  return { edge, open };
}
