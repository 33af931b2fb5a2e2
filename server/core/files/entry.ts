import * as z from 'zod/mini';
import { inEnglish } from '../model/english.ts';
import { nearest } from './nearest.ts';

/** What is wrong with a part of an entry, and the remedy. */
export interface Fault {
  /** The way to it: names of fields, and places in lists from 0. */
  path: readonly PropertyKey[];
  message: string;
}

/** Holds a value against the schema of an entry, in words for people. */
export function checkEntry<T>(
  schema: z.ZodMiniObject & z.ZodMiniType<T>,
  value: unknown,
): { entry: T; faults: [] } | { entry?: never; faults: Fault[] } {
  const result = schema.safeParse(value, inEnglish);
  if (result.success) return { entry: result.data as T, faults: [] };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, schema, value)) };
}

function faultsOf(issue: z.core.$ZodIssue, schema: z.ZodMiniType, value: unknown): Fault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `has the unknown field ${key}. ${nearest(key, known)}`,
    }));
  }
  const field = fieldInWords(path);
  if (issue.code === 'invalid_type' && !has(value, path))
    return [{ path, message: field ? `lacks the field ${field}; add it.` : 'is not an entry with fields.' }];
  return [{ path, message: `${field}: ${refusal(issue)}.` }];
}

function refusal(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') {
    const choices = issue.errors.flat().flatMap((each) => (each.code === 'invalid_value' ? each.values : []));
    if (choices.length > 0) return `is none of ${choices.map(String).join(', ')}`;
  }
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => message).join('; ');
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `is too long; write at most ${issue.maximum} characters`;
  if (issue.code === 'too_big' && issue.origin === 'array')
    return `are too many; there may be at most ${issue.maximum}`;
  return issue.message;
}

/** A way into an entry as it is told: `steps.2.caption`, lists counted from 1. */
export function fieldInWords(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join('.');
}

/** The names that the object at the end of a way may have. */
function fieldsAt(schema: z.ZodMiniType, path: readonly PropertyKey[]): string[] {
  let inner: unknown = schema;
  for (const part of path) {
    if (inner instanceof z.ZodMiniArray) inner = inner.def.element;
    else if (inner instanceof z.ZodMiniObject) inner = inner.shape[String(part)];
  }
  return inner instanceof z.ZodMiniObject ? Object.keys(inner.shape) : [];
}

/** Whether a value holds anything at the end of a way. */
function has(value: unknown, path: readonly PropertyKey[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return false;
  const holder: object = Object(value);
  if (!Object.hasOwn(holder, first)) return false;
  return rest.length === 0 || has(holder[first as keyof typeof holder], rest);
}
