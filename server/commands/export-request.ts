import { parseArgs } from 'node:util';
import { EntenteError, type ErrorDetail } from '../core/model/errors.ts';
import type { View } from '../core/view/view.ts';
import { searchToView } from '../core/view/view-link.ts';

export const EXPORT_USAGE = `Draws a view, or takes a story along, without a browser.

  npm run export -- --view 'focus=nato&depth=1' --format svg --out nato.svg
  npm run export -- --view 'story=ID' --format html --out story.html

Options
  --view TEXT          a link to the explorer, or its part after the question mark; everything when absent.
                       story=ID&step=N names a step of a story; as html, story=ID is the whole story
  --format FORMAT      svg (the default), png, pdf, or html: one file that needs nothing else
  --out FILE           where to write; standard output when absent
  --width, --height    in CSS pixels (1280 by 800)
  --scale NUMBER       pixels of a png per CSS pixel (2)
  --theme THEME        light or dark; the view's own, else light; of html the reader's own
  --transparent        no ground
  --legend             what the marks mean, below
  --caption TEXT       over the picture; the view's own when absent
  --credit TEXT        at the foot; the sources when absent, nothing when empty
  --help

The database is the one NEO4J_URI names, else the managed one.
`;

export const EXPORT_FORMATS = ['svg', 'png', 'pdf', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportRequest {
  view: View;
  format: ExportFormat;
  out?: string;
  width: number;
  height: number;
  scale: number;
  theme?: 'light' | 'dark';
  transparent: boolean;
  legend: boolean;
  caption?: string;
  credit?: string;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  ...{ view: text, format: text, out: text, width: text, height: text, scale: text, theme: text },
  ...{ caption: text, credit: text, transparent: flag, legend: flag },
  help: { type: 'boolean', short: 'h' },
} as const;

/** A picture has at most this many pixels, as drawing more takes more memory than a machine may have. */
const MOST_PIXELS = 100_000_000;
/** A page of PDF is at most 200 inches long. */
const MOST_PDF = 19_200;

/**
 * Reads what stands after the command's name; undefined when help is asked for.
 * @throws EntenteError `invalid_request` naming the option, or the part of the view, and what it takes
 */
export function readExportRequest(args: string[]): ExportRequest | undefined {
  const values = parsed(args);
  if (values.help) return undefined;
  const { view, problems } = searchToView(searchOf(values.view ?? ''));
  if (problems.length > 0)
    throw refused(problems.map(({ path, message }) => ({ path: `--view ${path}`, message })));
  const size = {
    width: number('--width', values.width, 100, 20_000, 1280),
    height: number('--height', values.height, 100, 20_000, 800),
    scale: number('--scale', values.scale, 0.1, 10, 2),
  };
  const format = oneOf('--format', values.format ?? 'svg', EXPORT_FORMATS);
  if (format === 'png' && size.width * size.height * size.scale ** 2 > MOST_PIXELS)
    throw refused([
      {
        path: '--scale',
        message: `makes more than ${MOST_PIXELS} pixels; take a smaller one, or --format svg.`,
      },
    ]);
  const long = (['width', 'height'] as const).filter((side) => size[side] > MOST_PDF);
  if (format === 'pdf' && long.length > 0)
    throw refused(
      long.map((side) => ({
        path: `--${side}`,
        message: `is above the ${MOST_PDF} pixels of the longest page of a PDF.`,
      })),
    );
  return {
    view,
    format,
    ...size,
    transparent: values.transparent === true,
    legend: values.legend === true,
    ...(values.theme !== undefined && { theme: oneOf('--theme', values.theme, ['light', 'dark'] as const) }),
    ...(values.out !== undefined && { out: values.out }),
    ...(values.caption !== undefined && { caption: values.caption }),
    ...(values.credit !== undefined && { credit: values.credit }),
  };
}

/** A whole link, or only its search part, with or without the question mark. */
function searchOf(given: string): string {
  const [before = ''] = given.split('#');
  return before.includes('?') ? before.slice(before.indexOf('?') + 1) : before;
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (cause) {
    throw refused([{ path: '', message: cause instanceof Error ? cause.message : String(cause) }], cause);
  }
}

function oneOf<T extends string>(name: string, given: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === given);
  if (choice) return choice;
  throw refused([{ path: name, message: `is "${given}"; it takes ${choices.join(', ')}.` }]);
}

function number(
  name: string,
  given: string | undefined,
  least: number,
  most: number,
  normal: number,
): number {
  if (given === undefined) return normal;
  const value = Number(given);
  if (given.trim() !== '' && value >= least && value <= most) return value;
  throw refused([{ path: name, message: `is "${given}"; it takes a number from ${least} to ${most}.` }]);
}

function refused(details: ErrorDetail[], cause?: unknown): EntenteError {
  const message = 'The command cannot be read. See npm run export -- --help.';
  return new EntenteError('invalid_request', message, { details, cause });
}
