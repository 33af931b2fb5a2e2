import { EntenteError } from '../model/errors.ts';

/** Why a file cannot be read. @param path file, with line or cell where there is one; `message` ends in the remedy */
export function refusal(path: string, message: string, cause?: unknown): EntenteError {
  return new EntenteError('invalid_request', 'The file cannot be read; nothing was loaded.', {
    details: [{ path, message }],
    cause,
  });
}
