import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RequestHandler } from 'express';
import type { Story } from '../../core/model/story.ts';
import { searchToView, viewToSearch } from '../../core/view/view-link.ts';
import { titleOf } from '../../core/view/view-title.ts';
import { holds } from '../http/endpoint.ts';
import { searchOf } from '../http/target.ts';
import { writeWhole } from '../http/write.ts';
import { originOf } from './oembed.ts';
import { previewAddresses, previewHead } from './preview.ts';

const UNNAMED = 'Entente: who takes which stance, on what evidence';
const DESCRIPTION =
  'An explorer of relationships in international politics. Every edge shows the evidence it rests on.';

/**
 * The explorer's page on a view, which tells other sites what it is: how it is embedded (oEmbed discovery),
 * and a title, description and picture for previews (Open Graph).
 *
 * @param stories Those whose titles are known.
 * @param hasCard Whether there is a picture of each view for previews.
 */
export function explorerHandler(
  template: string,
  stories: readonly Story[],
  hasCard: boolean,
): RequestHandler {
  return async (request, response) => {
    const html = await readFile(template, 'utf8');
    const origin = originOf(request);
    const { view } = searchToView(searchOf(request));
    const search = viewToSearch(view);
    const story = stories.find(({ id }) => id === view.story);
    const head = previewHead({
      type: 'website',
      title: story || view.caption ? titleOf(view, story) : UNNAMED,
      description: (story ? story.summary : view.caption)?.slice(0, 300) || DESCRIPTION,
      at: previewAddresses(origin, search ? `/?${search}` : '/', view, hasCard),
    });
    const page = html.replace('</head>', () => `${head}\n  </head>`);
    const tag = `W/"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
    response.set({ ETag: tag, 'Cache-Control': 'no-cache' }).vary('Host');
    if (holds(request.headers['if-none-match'] ?? '', tag)) return void response.status(304).end();
    await writeWhole(response.type('html'), page);
  };
}
