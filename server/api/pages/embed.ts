import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RequestHandler } from 'express';
import type { Reader } from '../../core/answers/reader.ts';
import { sourcesOf as namesOfSources } from '../../core/answers/schema.ts';
import { EMBED_PATH, embedSearch, readEmbed, STILL_PATH, stillSearch } from '../../core/contract/embed.ts';
import { EntenteError, type ErrorDetail } from '../../core/model/errors.ts';
import type { Graph } from '../../core/model/graph.ts';
import type { Story } from '../../core/model/story.ts';
import { shownOfView } from '../../core/view/shown.ts';
import { namesStepAlone, viewAtStep } from '../../core/view/story-view.ts';
import type { View } from '../../core/view/view.ts';
import { viewToSearch } from '../../core/view/view-link.ts';
import { sourcesOf } from '../../core/words/credit.ts';
import { createViewReader } from '../../graph/view.ts';
import { createKept } from '../graph/cache.ts';
import { callerOf, isCurrent, tag, versionOf } from '../http/endpoint.ts';
import type { Caller, Services } from '../http/services.ts';
import { searchOf } from '../http/target.ts';
import { writeWhole } from '../http/write.ts';
import { type EmbedPage, embedHtml } from './embed-html.ts';
import { type EmbedAddresses, readToldStory, type ToldStory } from './embed-story.ts';
import { originOf } from './oembed.ts';
import { previewAddresses } from './preview.ts';
import { storiesTold } from './stories.ts';

/** At most this many nodes, and edges, are read of each graph that a view is made of. */
const MOST_READ = 2_000;
/** Pages that are kept: a story is a dozen reads, and an article that comes out is opened by thousands. */
const MOST_KEPT = 64;

/**
 * The bare picture of a view as a page: its text comes with it, the picture is drawn over that.
 *
 * @param options.hasStill Whether there is a still picture of it.
 * @param options.hasCard Whether there is one for previews of links.
 * @param options.hosts The sites that are told what it shows, as a setting names them.
 * @param options.pass Gives what its page asks under where it has no origin; empty where no site may show it.
 */
export function embedHandler(
  services: Services,
  template: string,
  {
    hasStill,
    hasCard,
    hosts,
    pass: passNow,
  }: Pick<EmbedPage, 'hasStill' | 'hosts'> & { hasCard: boolean; pass(): string },
): RequestHandler {
  const kept = createKept<{ page: string; version?: string }>(
    MOST_KEPT,
    ({ version }) => version !== undefined,
  );
  return async (request, response) => {
    const html = await readFile(template, 'utf8');
    const search = searchOf(request);
    const caller = callerOf(request, response);
    const { signal } = caller;
    const { view, options, problems } = readEmbed(search.slice(1));
    const story = services.stories.find(({ id }) => id === view.story);
    const pass = passNow();
    const origin = originOf(request);
    const own = embedSearch(view, options);
    const preview = previewAddresses(origin, `${EMBED_PATH}${own ? `?${own}` : ''}`, view, hasCard);
    const made = `${html}\n${origin}\n${hosts}\n${pass}\n${search}\n${JSON.stringify(story)}`;
    response.vary('Host');
    const form = `text/html ${createHash('sha256').update(made).digest('base64url')}`;
    const fresh = await isCurrent(request, response, services, signal, form).catch(() => false);
    if (fresh) return;
    const make = async (all: AbortSignal) => {
      const { read, ...rest } = await readAll(services, view, { ...caller, signal: all });
      const shown = viewToSearch(view);
      const live = shown ? `/?${shown}` : '/';
      const told = [...problems, ...read.problems];
      const at = addressesAt(pass);
      const page = embedHtml(html, {
        view,
        options,
        ...read,
        problems: told,
        live,
        at,
        hasStill,
        hosts,
        pass,
        preview,
      });
      return { page, ...rest };
    };
    const now = await versionOf(response, services, signal).catch(() => undefined);
    const { page, version } = await (now === undefined ? make(signal) : kept(`${now} ${form}`, make, signal));
    if (version === undefined) {
      response.removeHeader('ETag');
      response.set('Cache-Control', 'no-store');
    } else tag(response, version, services, form);
    await writeWhole(response.type('html'), page);
  };
}

/** Where a server has stills and embeds, asked with a pass. */
function addressesAt(pass: string): EmbedAddresses {
  return {
    still: (view, options) => `${pass}${STILL_PATH}?${stillSearch(view, options)}`,
    embed: (view, options) => `${EMBED_PATH}?${embedSearch(view, options)}`,
  };
}

/** What the page of an embed says of the data. */
type Read = Pick<EmbedPage, 'found' | 'story'> & { problems: ErrorDetail[] };

async function readAll(
  services: Services,
  view: View,
  caller: Caller,
): Promise<{ read: Read; version?: string }> {
  try {
    const story = await storyOf(services, view, caller);
    const { value, context } = await services.graph.read(
      (reader) => readEmbedText(reader, view, story),
      caller,
    );
    return { read: value, version: context.version };
  } catch (cause) {
    // The page comes all the same: what it was to show may come later, or in part.
    if (!(cause instanceof EntenteError) || cause.code === 'internal') throw cause;
    return { read: { found: { trouble: cause.message }, story: undefined, problems: [] } };
  }
}

async function storyOf(services: Services, view: View, caller: Caller): Promise<Story | undefined> {
  if (view.story === undefined) return undefined;
  return (await storiesTold(services, caller)).find(({ id }) => id === view.story);
}

/** Reads what the page of an embed says of a view, or of a step of a story with all its steps. */
export async function readEmbedText(reader: Reader, view: View, story: Story | undefined): Promise<Read> {
  const load = createViewReader(reader, Math.min(MOST_READ, reader.rowLimit));
  const read = async (asked: View) => shownOfView(await load(asked), asked);
  const told: ToldStory | undefined = story && (await readToldStory(read, story, view));
  if (view.story !== undefined && !story && namesStepAlone(view)) return goneStory(view.story);
  const problems = view.story === undefined || story ? [] : [noSuchStory(view.story)];
  const shown = story && namesStepAlone(view) ? viewAtStep(story, view.step ?? 1) : view;
  const graph = await read(shown);
  const all = [graph, ...(told?.steps ?? []).flatMap((step) => step.graph ?? [])];
  return { found: { graph, sources: await namedSources(reader, all) }, story: told, problems };
}

/** Of a story that is gone nothing is shown: all of the data would be anything but what its author wrote. */
function goneStory(id: string): Read {
  const trouble = `The story “${id}” is not here any more, or is called something else.`;
  return { found: { trouble, isGone: true }, story: undefined, problems: [] };
}

function noSuchStory(id: string): ErrorDetail {
  return { path: 'story', message: `is "${id}"; these data have no story of that name.` };
}

/** The names of the sources that graphs rest on. */
async function namedSources(reader: Reader, graphs: readonly Graph[]): Promise<string[]> {
  const edges = new Map(graphs.flatMap((graph) => graph.edges.map((edge) => [edge.key, edge])));
  const facets = sourcesOf({ edges: [...edges.values()] }).map((value) => ({ value, count: 0 }));
  return (await namesOfSources(reader, facets)).map(({ caption }) => caption);
}
