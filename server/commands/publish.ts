import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EntenteError, type ErrorDetail } from '../core/model/errors.ts';
import { projectFolder } from '../project.ts';
import { type Published, type PublishRequest, publish } from '../publish/publish.ts';
import { tellFault } from '../tell-fault.ts';

const USAGE = `Publishes a data set as a folder that any host of files can serve: explorer, stories, embeds.

  npm run publish -- OUT
  npm run publish -- OUT --set FOLDER --base https://example.org/graphs/

Options
  --set SET      the id of a data set under seed/data, or the folder of one; the built-in set when absent
  --base URL     where OUT will be; pictures of link previews, oEmbed and the sitemap need it
  --keep         keeps the older snapshots that are in OUT
  --help

The data are read from the files of the set, not from a database, so that the same files give the same bytes.
`;

/**
 * The publishing command.
 * @param parameters what stands after the command's name
 * @returns the exit code: 0 when it was written, 2 for a command or a data set that cannot be read, 1 for all else
 */
export async function main(parameters: string[]): Promise<number> {
  try {
    const request = readRequest(parameters);
    if (!request) {
      process.stdout.write(USAGE);
      return 0;
    }
    const done = await publish(request, join(projectFolder(), 'dist', 'page'));
    process.stdout.write(`${summary(done, request)}\n`);
    return 0;
  } catch (error) {
    const told = tellFault(error);
    return told.code === 'invalid_request' ? 2 : 1;
  }
}

function summary(
  { set: { title, graph }, size, snapshots }: Published,
  { out, base }: PublishRequest,
): string {
  const { snapshot } = graph.attributes;
  const lines = [
    `Published “${title}”: ${graph.nodes.length} nodes, ${graph.edges.length} edges, ${(size / 1e6).toFixed(1)} MB.`,
    `Snapshot ${snapshot} in ${join(out, snapshot)}; ${snapshots.length} in all. README.md there says how to serve it.`,
    ...(base
      ? []
      : ['Without --base, previews of links have no picture, and there is no oEmbed and no sitemap.']),
  ];
  return lines.join('\n');
}

const OPTIONS = {
  set: { type: 'string' },
  base: { type: 'string' },
  keep: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function readRequest(args: string[]): PublishRequest | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  const [out, more] = positionals;
  if (out === undefined) throw refused({ path: 'OUT', message: 'is missing; name the folder to write.' });
  if (more !== undefined) throw refused({ path: more, message: 'is one folder too many.' });
  const base = values.base === undefined ? undefined : readBase(values.base);
  return {
    out: resolve(out),
    keep: values.keep === true,
    ...(values.set !== undefined && { set: values.set }),
    ...(base !== undefined && { base }),
  };
}

function readBase(given: string): string {
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) {
    const { origin, pathname } = new URL(given);
    return `${origin}${pathname.replace(/\/*$/, '/')}`;
  }
  throw refused({ path: '--base', message: `is "${given}"; it takes an http(s) address.` });
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw refused({ path: '', message: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}

function refused(detail: ErrorDetail, cause?: unknown): EntenteError {
  const message = 'The command cannot be read. See npm run publish -- --help.';
  return new EntenteError('invalid_request', message, { details: [detail], cause });
}
