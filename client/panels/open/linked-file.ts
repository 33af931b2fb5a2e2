import { EntenteError } from '../../../server/core/model/errors.ts';

/**
 * Fetches the file that a link names.
 * @throws EntenteError where it is on another site, which the page may not ask, or is not there
 */
export async function fetchLinked(address: string): Promise<File> {
  const refused = (message: string) =>
    new EntenteError('invalid_request', 'The file of this link cannot be opened.', {
      details: [{ path: address, message }],
    });
  if (!URL.canParse(address, location.href)) throw refused('is no address.');
  const url = new URL(address, location.href);
  if (url.origin !== location.origin)
    throw refused(
      'is on another site. For your safety this page asks no site but its own: download the file, and open it from your computer.',
    );
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) throw refused(`is not there (${response?.status ?? 'no answer'}); check the link.`);
  return new File([await response.blob()], url.pathname.split('/').at(-1) || 'file');
}
