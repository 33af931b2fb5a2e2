import * as z from 'zod/mini';
import { pushAll } from '../numbers/extremes.ts';
import type { ErrorDetail } from './errors.ts';

type Shape = Record<string, z.ZodMiniType>;
/** So many problems are told at most, of a request and of each of its parameters. */
const MOST_TOLD = 20;

type Kind = 'array' | 'number' | 'boolean' | 'text';

/**
 * Reads URL parameters against a strict schema whose fields are text, numbers, booleans or
 * arrays of text. Gives what could be read, and a problem for every unknown parameter, every
 * one given twice that takes one value, and every value its field refuses.
 */
export function readParameters<S extends Shape>(
  schema: z.ZodMiniObject<S>,
  parameters: URLSearchParams,
): { value: Partial<z.infer<z.ZodMiniObject<S>>>; problems: ErrorDetail[] } {
  const value: Record<string, unknown> = {};
  const problems: ErrorDetail[] = [];
  for (const name of new Set(parameters.keys())) {
    // Whoever sends more has no use for a longer list, and making it holds up others.
    if (problems.length >= MOST_TOLD) break;
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (!field) {
      problems.push({ path: name, message: unknownParameter(Object.keys(schema.shape)) });
      continue;
    }
    const raw = readRaw(kindOf(field), parameters.getAll(name));
    if (raw === undefined) {
      problems.push({ path: name, message: 'takes one value; it is given more than once.' });
      continue;
    }
    const result = field.safeParse(raw);
    if (result.success) value[name] = result.data;
    else
      pushAll(
        problems,
        told(result.error.issues.slice(0, MOST_TOLD)).map((issue) => ({
          path: name,
          message: refusal(issue, raw),
        })),
      );
  }
  return { value: value as Partial<z.infer<z.ZodMiniObject<S>>>, problems };
}

/** Of the same fault of one value the last: a whole number has a limit of its own before that of its field. */
function told(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const isSame = (a: z.core.$ZodIssue, b: z.core.$ZodIssue) =>
    a.code === b.code && a.path.join() === b.path.join();
  return issues.filter((issue, at) => !issues.slice(at + 1).some((later) => isSame(issue, later)));
}

/** Writes an object as URL parameters in the order of the schema's fields; what is absent is left out. */
export function writeParameters(
  schema: z.ZodMiniObject<Shape>,
  value: Record<string, unknown>,
): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(schema.shape)) {
    const given = value[name];
    if (given === undefined) continue;
    for (const item of Array.isArray(given) ? given : [given]) parameters.append(name, String(item));
  }
  return parameters;
}

function unknownParameter(known: string[]): string {
  return known.length === 0
    ? 'is not a parameter here; this address takes none.'
    : `is not a parameter here; known are ${known.join(', ')}.`;
}

/** Why a value is refused and what would do, in the product's own words. */
function refusal(issue: z.core.$ZodIssue, raw: unknown): string {
  const at = issue.path[0];
  const value = Array.isArray(raw) && typeof at === 'number' ? raw[at] : raw;
  const given = `is "${String(value).slice(0, 100)}"`;
  if (issue.code === 'invalid_value')
    return `${given}; it takes one of ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'invalid_type') return `${given}; it takes ${FORMS[issue.expected] ?? issue.expected}.`;
  if (issue.code === 'invalid_union') {
    const limited = issue.errors.flat().find(isOutside);
    return limited
      ? outside(limited, raw)
      : `${given}; it takes one of ${issue.errors.flatMap(choices).join(', ')}.`;
  }
  if (isOutside(issue)) return outside(issue, raw);
  return issue.message;
}

type Outside = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall;
const isOutside = (issue: z.core.$ZodIssue): issue is z.core.$ZodIssue & Outside =>
  issue.code === 'too_big' || issue.code === 'too_small';

/** What one way to give a value takes, by what it refused. */
function choices(refused: z.core.$ZodIssue[]): string[] {
  return refused.flatMap((issue) =>
    issue.code === 'invalid_value' ? issue.values.map(String) : [issue.message],
  );
}

/** That there is too much or too little, in the unit of what was given. */
function outside(issue: Outside, raw: unknown): string {
  const [most, limit] = issue.code === 'too_big' ? ['at most', issue.maximum] : ['at least', issue.minimum];
  if (issue.origin === 'array')
    return `is given ${amountOf(raw)}; it takes ${most} ${limit}, each as a parameter of its own.`;
  if (issue.origin === 'string')
    return `is of the wrong length; it takes ${most} ${limit === 1 ? '1 character' : `${limit} characters`}.`;
  return `is ${String(raw).slice(0, 100)}; it takes ${most} ${limit}.`;
}

const amountOf = (raw: unknown) => (Array.isArray(raw) && raw.length !== 1 ? `${raw.length} times` : 'once');

const FORMS: Record<string, string> = { number: 'a number', int: 'a whole number', boolean: 'true or false' };

function readRaw(kind: Kind, texts: string[]): unknown {
  if (kind === 'array') return texts;
  if (texts.length !== 1) return undefined;
  const text = texts[0] ?? '';
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function kindOf(field: z.ZodMiniType): Kind {
  let inner: z.ZodMiniType = field;
  while (inner instanceof z.ZodMiniOptional || inner instanceof z.ZodMiniDefault)
    inner = inner.def.innerType as z.ZodMiniType;
  if (inner instanceof z.ZodMiniArray) return 'array';
  if (inner instanceof z.ZodMiniNumber) return 'number';
  if (inner instanceof z.ZodMiniBoolean) return 'boolean';
  return 'text';
}
