import { pdfAddress } from '../../../server/core/contract/pdf.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { errorOf, isAbort } from '../../api.ts';
import type { ExplorerState } from '../../state/store.ts';
import type { Choices } from './picture.ts';

/** Of an address; what is longer, servers do not take. */
const MOST_CHARACTERS = 12_000;

/**
 * The picture of the moment as PDF, which the server draws: it has what turns letters of every script into outlines.
 *
 * @throws EntenteError with the server's own message, or one that says that it cannot be reached; an AbortError when
 * it is given up
 */
export async function pdfOf(
  { view }: Pick<ExplorerState, 'view'>,
  { width: pageWidth, height: pageHeight, legend, credit, transparent, caption, theme }: Choices,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const address = pdfAddress(
    { ...view, caption, theme },
    { pageWidth, pageHeight, legend, credit, transparent },
  );
  if (address.length > MOST_CHARACTERS)
    throw new EntenteError('too_long', 'Caption and view are too long to send. Shorten the caption.');
  const response = await fetch(address, { signal }).catch((cause: unknown) => {
    if (isAbort(cause)) throw cause;
    throw new EntenteError('database_not_ready', 'The server cannot be reached. Is it running?', { cause });
  });
  if (!response.ok) throw await errorOf(response);
  return new Uint8Array(await response.arrayBuffer());
}
