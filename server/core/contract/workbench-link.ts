import * as z from 'zod/mini';
import type { ErrorDetail } from '../model/errors.ts';

/** How a result is looked at. */
export const RESULT_VIEWS = ['graph', 'table', 'both', 'plan', 'json'] as const;
export const resultView = z.enum(RESULT_VIEWS);
export type ResultView = z.infer<typeof resultView>;

/** The kinds of a parameter a person can fill in; `Json` is for lists and maps. */
export const PARAMETER_KINDS = [
  'String',
  'Integer',
  'Float',
  'Boolean',
  'Date',
  'LocalDateTime',
  'ZonedDateTime',
  'LocalTime',
  'Duration',
  'Json',
] as const;
export const parameterInput = z.strictObject({
  kind: z.enum(PARAMETER_KINDS),
  text: z.string().check(z.maxLength(100_000)),
});
export type ParameterKind = (typeof PARAMETER_KINDS)[number];
export type ParameterInput = z.infer<typeof parameterInput>;

/** What a permalink of the workbench holds: enough to ask again, but never an order to. */
export const workbenchLink = z.strictObject({
  statement: z._default(z.string().check(z.maxLength(100_000)), ''),
  parameters: z._default(z.record(z.string().check(z.minLength(1), z.maxLength(200)), parameterInput), {}),
  view: z.optional(resultView),
});
export type WorkbenchLink = z.infer<typeof workbenchLink>;

/** Links longer than this are packed: percent signs would make them three times as long. */
const READABLE = 1_200;
const PARAMETER = '$';

/**
 * A question as the search part of a link, without the question mark: `statement`, one `$name` of
 * `Kind:text` for each parameter and `view`; packed in one parameter when that grows long.
 */
export function workbenchToSearch({ statement, parameters, view }: WorkbenchLink): string {
  const search = new URLSearchParams();
  if (statement) search.append('statement', statement);
  for (const [name, { kind, text }] of Object.entries(parameters)) {
    search.append(PARAMETER + name, `${kind}:${text}`);
  }
  if (view) search.append('view', view);
  const readable = search.toString();
  if (readable.length <= READABLE) return readable;
  return new URLSearchParams({ packed: pack({ statement, parameters, view }) }).toString();
}

/** The question that a link names; what cannot be read is left out and told in `problems`. It never throws. */
export function searchToWorkbench(search: string): { link: WorkbenchLink; problems: ErrorDetail[] } {
  const given = new URLSearchParams(search);
  const packed = given.get('packed');
  if (packed !== null) return unpack(packed);
  const problems: ErrorDetail[] = [];
  const parameters: [string, ParameterInput][] = [];
  for (const [key, value] of given) {
    if (!key.startsWith(PARAMETER) || key === PARAMETER) continue;
    const [, kind, text] = /^(\w+):([\s\S]*)$/.exec(value) ?? [];
    const read = parameterInput.safeParse({ kind, text });
    if (read.success) parameters.push([key.slice(1), read.data]);
    else
      problems.push({
        path: key,
        message: `is not a kind and a text, such as String:text; it was left out.`,
      });
  }
  const view = resultView.safeParse(given.get('view') ?? undefined);
  const statement = given.get('statement') ?? '';
  const link = {
    statement,
    parameters: Object.fromEntries(parameters),
    ...(view.success && { view: view.data }),
  };
  const checked = workbenchLink.safeParse(link);
  if (checked.success) return { link: checked.data, problems };
  return { link: workbenchLink.parse({}), problems: [...problems, UNREADABLE] };
}

const UNREADABLE = {
  path: 'link',
  message: 'cannot be read; it was cut or altered. Ask for it again.',
};

function unpack(packed: string): { link: WorkbenchLink; problems: ErrorDetail[] } {
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { link: workbenchLink.parse(JSON.parse(text)), problems: [] };
  } catch {
    return { link: workbenchLink.parse({}), problems: [UNREADABLE] };
  }
}

function pack(link: WorkbenchLink): string {
  const bytes = new TextEncoder().encode(JSON.stringify(link));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
