/** How long the browser may take to begin, in milliseconds. */
const PATIENCE = 10_000;

/** Saves text (as UTF-8) or bytes under a name, wherever the reader's browser saves files. */
export function download(name: string, mediaType: string, body: string | Uint8Array<ArrayBuffer>): void {
  const type = typeof body === 'string' ? `${mediaType};charset=utf-8` : mediaType;
  const address = URL.createObjectURL(new Blob([body], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE);
}
