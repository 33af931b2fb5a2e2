/** How long the browser may take to begin, in milliseconds. */
const PATIENCE = 10_000;

type Part = string | Uint8Array<ArrayBuffer>;

/** Saves text (as UTF-8) or bytes, whole or in parts, under a name, wherever the reader's browser saves files. */
export function download(name: string, mediaType: string, body: Part | readonly Part[]): void {
  const parts = typeof body === 'string' || body instanceof Uint8Array ? [body] : [...body];
  const type = typeof parts[0] === 'string' ? `${mediaType};charset=utf-8` : mediaType;
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE);
}
