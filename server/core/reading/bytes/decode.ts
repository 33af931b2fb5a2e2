/** Text of a file, and the encoding it was read by. */
export interface Decoded {
  text: string;
  encoding: string;
  /** Whether the encoding was guessed where the bytes are no UTF-8. */
  guessed: boolean;
}

/** @param declared the encoding that an XML head or a person names */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const marked = byMark(bytes) ?? withoutMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, guessed: false };
  const named = declared ?? declaredInXml(bytes);
  if (named !== undefined && !/^utf-?8$/i.test(named) && isKnown(named))
    return { text: new TextDecoder(named).decode(bytes), encoding: named.toLowerCase(), guessed: false };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      guessed: false,
    };
  } catch {
    const encoding = 'windows-1252';
    return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: true };
  }
}

function byMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** Of Latin text in UTF-16, every second byte is 0. */
function withoutMark(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 2_000);
  if (head.length < 4) return undefined;
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length * 0.35 && even < head.length * 0.05) return 'utf-16le';
  return even > head.length * 0.35 && odd < head.length * 0.05 ? 'utf-16be' : undefined;
}

function declaredInXml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(head)?.[1];
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}
