import { nameOf } from '../../state/opened/opened.ts';
import { createFiles, type Files } from '../../workers/files.ts';
import type { Reading } from '../../workers/files.worker.ts';
import type { Opened } from './data-context.ts';
import { forgetFiles, type KeptFiles, keepFiles, recallFiles } from './kept.ts';
import { type Remembered, rememberFile } from './session.ts';

/** Makes files that were read ready to be shown, and keeps them for a reload where the browser can. */
export async function showFiles(reader: Files, files: readonly File[], reading: Reading): Promise<Opened> {
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const kept = { id, files, reading };
  const [snapshot, isKept] = await Promise.all([reader.open(), keep(kept)]);
  return openedOf(reader, kept, snapshot, isKept);
}

async function keep(kept: KeptFiles): Promise<boolean> {
  try {
    await keepFiles(kept);
    rememberFile(window, { id: kept.id, name: nameOf(kept.files) });
    return true;
  } catch {
    // No room, or a private window: what is open stays so until the page is left.
    return false;
  }
}

function openedOf(reader: Files, { id, files }: KeptFiles, snapshot: string, isKept: boolean): Opened {
  return {
    file: { name: nameOf(files), isKept },
    snapshot,
    fetcher: reader.fetcher,
    close: () => {
      reader.close();
      rememberFile(window, undefined);
      void forgetFiles(id).catch(() => undefined);
    },
  };
}

/**
 * Opens again what this tab showed before it was loaded anew.
 * @returns undefined where the browser keeps it no more
 * @throws EntenteError where it can be read no more
 */
export async function reopenFiles(
  { id }: Remembered,
  doing: (text: string) => void,
): Promise<Opened | undefined> {
  const kept = await recallFiles(id).catch(() => undefined);
  if (!kept) return undefined;
  const reader = createFiles();
  try {
    await reader.read(kept.files, kept.reading, doing);
    return openedOf(reader, kept, await reader.open(), true);
  } catch (cause) {
    reader.close();
    throw cause;
  }
}
