import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { extract } from 'tar';

/**
 * Unpacks an archive (`.tar.gz` or `.zip`) into a folder, without the one folder that all of it lies in.
 * Nothing is written outside of it, whatever the archive names.
 * @param wanted which of its files, by their path in it
 */
export async function unpack(
  archive: string,
  folder: string,
  wanted: (path: string) => boolean = () => true,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (archive.endsWith('.zip')) return unzip(archive, folder, wanted);
  await extract({
    file: archive,
    cwd: folder,
    strip: 1,
    filter: (path, entry) => !isFolder(entry) && wanted(inner(path)),
  });
}

function unzip(archive: string, folder: string, wanted: (path: string) => boolean): void {
  const files = unzipSync(readFileSync(archive), {
    filter: ({ name }) => !name.endsWith('/') && wanted(inner(name)),
  });
  for (const [name, bytes] of Object.entries(files)) {
    const file = join(folder, inner(name));
    if (!file.startsWith(folder + sep)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Folders come with the files in them. */
function isFolder(entry: object): boolean {
  return 'type' in entry && entry.type === 'Directory';
}

/** A path without the folder that the whole archive lies in. */
function inner(path: string): string {
  return path.replaceAll('\\', '/').split('/').slice(1).join('/');
}
