import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from '../core/answers/reader.ts';
import { EntenteError } from '../core/model/errors.ts';
import type { Story } from '../core/model/story.ts';
import { pictureCredit } from '../core/svg/credit.ts';
import { drawPicture } from '../core/svg/picture.ts';
import { takeAwayDocument } from '../core/take-away/document.ts';
import { gather } from '../core/take-away/gather.ts';
import type { TakeAwayBundle } from '../core/take-away/taken.ts';
import type { View } from '../core/view/view.ts';
import { searchToView } from '../core/view/view-link.ts';
import { type Block, captionText, plainCaption, readCaption } from '../core/words/caption.ts';
import { withConfiguredDatabase } from '../database/configured.ts';
import { openNeo4j } from '../database/neo4j.ts';
import { createGraphService } from '../graph/service.ts';
import { createArranger } from '../pictures/arrange-view.ts';
import { toPdf } from '../pictures/pdf/to-pdf.ts';
import { createPictureReader } from '../pictures/read-view.ts';
import { toPng } from '../pictures/to-png.ts';
import { projectFolder } from '../project.ts';
import { environmentWithFile, readSettings } from '../settings.ts';
import { loadStatements } from '../statements/load.ts';
import { readBesideData } from '../stories.ts';
import { tellFault } from '../tell-fault.ts';
import { EXPORT_USAGE, type ExportRequest, readExportRequest } from './export-request.ts';

/**
 * The exporting command: draws a view, or lays a story into one file.
 * @param parameters what stands after the command's name
 * @returns the exit code: 0 when it was written, 2 for a command or a view that cannot be read, 1 for all else
 */
export async function main(parameters: string[]): Promise<number> {
  try {
    const request = readExportRequest(parameters);
    if (!request) {
      process.stdout.write(EXPORT_USAGE);
      return 0;
    }
    await write(request.out, await exported(request));
    return 0;
  } catch (error) {
    const told = tellFault(error);
    return ['invalid_request', 'not_found'].includes(told.code) ? 2 : 1;
  }
}

async function exported(request: ExportRequest): Promise<string | Uint8Array> {
  const project = projectFolder();
  const settings = readSettings(environmentWithFile(project, process.env));
  const { stories, looks } = readBesideData(settings);
  const story = storyOf(request, stories);
  const statements = loadStatements(join(project, 'cypher'), 'server');
  return await withConfiguredDatabase(
    settings,
    (connection) => openNeo4j(connection),
    ({ message }) => void process.stderr.write(`${message} …\n`),
    async (database) => {
      const service = createGraphService(database, statements, settings, looks);
      const work = (reader: Reader) =>
        request.format === 'html'
          ? documentOf(reader, request, story, settings.rowLimit)
          : pictureFile(reader, request, story, settings.rowLimit);
      return (await service.read(work)).value;
    },
  );
}

function storyOf(
  { view: { story: id, step = 1 } }: ExportRequest,
  stories: readonly Story[],
): Story | undefined {
  if (id === undefined) return undefined;
  const story = stories.find((each) => each.id === id);
  const known = stories.map((each) => each.id).join(', ') || 'none';
  if (!story) throw refused('--view story', `is "${id}"; there is ${known}.`);
  if (step > story.steps.length)
    throw refused('--view step', `is ${step}; it takes 1 to ${story.steps.length}.`);
  return story;
}

/** A view to draw, and what is said of it. */
interface Step {
  title?: string;
  caption: Block[];
  view: View;
}

/** The view asked for, or those of a story. */
function stepsOf({ view, caption = view.caption ?? '' }: ExportRequest, story: Story | undefined): Step[] {
  if (!story) return [{ view, caption: plainCaption(caption) }];
  return story.steps.map((step) => ({
    title: step.title,
    caption: readCaption(step.caption),
    view: searchToView(step.view).view,
  }));
}

async function pictureFile(
  reader: Reader,
  request: ExportRequest,
  story: Story | undefined,
  rowLimit: number,
) {
  const steps = stepsOf(request, story);
  const step = steps[(request.view.step ?? 1) - 1] ?? steps[0];
  const view = step?.view ?? request.view;
  const read = await createPictureReader(reader, rowLimit)(view);
  const { graph, positions, looks } = await createArranger()(read);
  tellIfCut(graph.attributes.truncated);
  const told = step ? [step.title ?? '', captionText(step.caption)] : [];
  const caption = request.caption ?? told.filter(Boolean).join('\n');
  const credit = request.credit ?? pictureCredit(graph, read.base);
  const { svg } = drawPicture({
    ...request,
    ...{ graph, positions, looks, view },
    theme: request.theme ?? view.theme ?? 'light',
    caption,
    credit,
  });
  const subject = caption.split('\n').slice(1).join(' ');
  if (request.format === 'pdf') return toPdf(svg, { subject, author: credit, created: new Date() });
  return request.format === 'png' ? toPng(svg, request.scale) : `${svg}\n`;
}

async function documentOf(
  reader: Reader,
  request: ExportRequest,
  story: Story | undefined,
  rowLimit: number,
) {
  const [read, arrange] = [createPictureReader(reader, rowLimit), createArranger()];
  const shown = [];
  for (const step of stepsOf(request, story)) {
    const found = await read(step.view);
    shown.push({ ...step, base: found.base, ...(await arrange(found)) });
  }
  const [first] = shown;
  if (!first) throw new EntenteError('internal', 'There is nothing to take along.');
  tellIfCut(shown.some(({ graph }) => graph.attributes.truncated));
  const all = { ...first.base, edges: shown.flatMap(({ graph }) => graph.edges) };
  const theme = request.theme ?? request.view.theme;
  const about = {
    title:
      story?.title ?? ((request.caption ?? request.view.caption)?.split('\n')[0] || 'Who takes which stance'),
    ...(story?.summary !== undefined && { summary: story.summary }),
    credit: request.credit ?? pictureCredit(all, first.base),
    ...(theme && { theme }),
    legend: request.legend,
  };
  return takeAwayDocument(gather(shown, about, first.base), readBundle());
}

/** Script and styles as the build left them. */
function readBundle(): TakeAwayBundle {
  const file = join(projectFolder(), 'dist', 'page', 'take-away', 'take-away.json');
  return JSON.parse(readFileSync(file, 'utf8')) as TakeAwayBundle;
}

function tellIfCut(truncated: boolean): void {
  if (truncated) process.stderr.write('A limit cut the graph: a part of it is drawn (ENTENTE_ROW_LIMIT).\n');
}

async function write(out: string | undefined, body: string | Uint8Array): Promise<void> {
  if (out === undefined) {
    await new Promise((done) => process.stdout.write(body, done));
    return;
  }
  try {
    writeFileSync(out, body);
  } catch (cause) {
    throw refused('--out', `${out} cannot be written (${(cause as NodeJS.ErrnoException).code}).`);
  }
}

function refused(path: string, message: string): EntenteError {
  const text = 'The command cannot be carried out. See npm run export -- --help.';
  return new EntenteError('invalid_request', text, { details: [{ path, message }] });
}
