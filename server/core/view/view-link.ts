import * as z from 'zod/mini';
import type { ErrorDetail } from '../model/errors.ts';
import { readParameters, writeParameters } from '../model/parameters.ts';
import { type View, view } from './view.ts';

/** The parameter of what nobody edits by hand. */
export const PACKED = 'packed';
const packedFields = z.pick(view, { camera: true, pins: true });
const readableFields = z.omit(view, { camera: true, pins: true });

/**
 * A view as the search part of a link, without the question mark: what a person may want to
 * edit as plain parameters, the rest (camera, pinned positions) in one packed parameter.
 * Equal views give equal text.
 */
export function viewToSearch(current: View): string {
  const { camera, pins, ...readable } = current;
  const search = writeParameters(readableFields, readable);
  const packed: z.infer<typeof packedFields> = {};
  if (camera) packed.camera = camera;
  if (pins && Object.keys(pins).length > 0) packed.pins = sorted(pins);
  if (Object.keys(packed).length > 0) search.append(PACKED, toBase64Url(JSON.stringify(packed)));
  return search.toString();
}

/**
 * The view that a link's search part names. What cannot be read is left at its default and
 * told in `problems`, each naming the parameter; it never throws.
 */
export function searchToView(search: string): { view: View; problems: ErrorDetail[] } {
  const parameters = new URLSearchParams(search);
  const packed = parameters.getAll(PACKED);
  parameters.delete(PACKED);
  const readable = readParameters(readableFields, parameters);
  const problems = [...readable.problems];
  let rest: Pick<View, 'camera' | 'pins'> = {};
  if (packed.length > 0) {
    const unpacked = unpack(packed);
    if (unpacked) rest = unpacked;
    else
      problems.push({
        path: PACKED,
        message: 'cannot be read; the link was cut or altered. Ask for it again.',
      });
  }
  return { view: { ...readable.value, ...rest }, problems };
}

function unpack(texts: string[]): Pick<View, 'camera' | 'pins'> | undefined {
  if (texts.length !== 1) return undefined;
  try {
    const result = packedFields.safeParse(JSON.parse(fromBase64Url(texts[0] ?? '')));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

function sorted<V>(record: Record<string, V>): Record<string, V> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toBase64Url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
}
