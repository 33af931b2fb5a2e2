import { Gunzip, unzipSync } from 'fflate';
import { refusal } from '../faults.ts';

/** A file as it was given. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** So many bytes a file may unpack to; a text of more could not be held. */
export const MOST_BYTES = 500_000_000;
/** What unpacks to more than this may not do so by more than {@link MOST_RATIO}. */
const LARGE = 50_000_000;
const MOST_RATIO = 200;
const MOST_ENTRIES = 10_000;
const PIECE = 65_536;

export function isGzip([a, b]: Uint8Array): boolean {
  return a === 0x1f && b === 0x8b;
}

export function isZip([a, b, c, d]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6));
}

/** @throws EntenteError `invalid_request` for what is damaged, or unpacks to more than any file of use */
export function gunzip({ name, bytes }: GivenFile): GivenFile {
  const pieces: Uint8Array[] = [];
  let [size, begin] = [0, 0];
  const gunzip = new Gunzip((piece) => {
    size += piece.length;
    checkSize(name, size, bytes.length);
    pieces.push(piece);
  });
  gunzip.onmember = () => {
    begin = size;
  };
  inflating(name, () => {
    for (let at = 0; at < bytes.length; at += PIECE)
      gunzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  });
  // The last four bytes say how many were packed.
  const told = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true);
  if (told !== size - begin) throw refusal(name, 'ends in the middle of what was packed; fetch it again.');
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return { name: name.replace(/\.gz$/i, ''), bytes: whole };
}

/**
 * The files of a zip whose names are wanted.
 * @throws EntenteError `invalid_request` as {@link gunzip}
 */
export function unzip(
  { name, bytes }: GivenFile,
  wanted: (path: string) => boolean,
): Map<string, Uint8Array> {
  let [entries, total] = [0, 0];
  const filter = ({
    name: path,
    size,
    originalSize,
  }: {
    name: string;
    size: number;
    originalSize: number;
  }) => {
    entries += 1;
    if (entries > MOST_ENTRIES) throw refusal(name, `holds more than ${MOST_ENTRIES} files; pack fewer.`);
    if (path.endsWith('/') || !wanted(path)) return false;
    checkSize(`${name}: ${path}`, originalSize, size);
    total += originalSize;
    if (total > MOST_BYTES) checkSize(name, total, bytes.length);
    return true;
  };
  return new Map(Object.entries(inflating(name, () => unzipSync(bytes, { filter }))));
}

function checkSize(path: string, size: number, packed: number): void {
  if (size > MOST_BYTES)
    throw refusal(path, `unpacks to more than ${MOST_BYTES / 1e6} MB; split it into smaller files.`);
  if (size > LARGE && size > packed * MOST_RATIO)
    throw refusal(
      path,
      `unpacks to ${Math.round(size / 1e6)} MB, more than ${MOST_RATIO} times what it is; it is not read. Save it again, or unpack it yourself.`,
    );
}

function inflating<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'EntenteError') throw cause;
    throw refusal(
      name,
      `cannot be unpacked (${cause instanceof Error ? cause.message : cause}); save or fetch it again.`,
      cause,
    );
  }
}
