/** The file, or files, that the page shows instead of the database. */
export interface OpenedFile {
  /** What to call it: its name, or that of the first and how many more. */
  name: string;
  /** Whether it outlasts a reload. */
  isKept: boolean;
}

/** What begins the snapshot id of a file, which depends on its content. */
const OF_FILE = 'file-';

/** Whether a view was made on an opened file and not on a database. */
export function isOfFile(snapshot: string | undefined): boolean {
  return snapshot?.startsWith(OF_FILE) ?? false;
}

/** What several files are called together. */
export function nameOf(files: readonly { name: string }[]): string {
  const [first, ...more] = files;
  return `${first?.name ?? ''}${more.length > 0 ? ` and ${more.length} more` : ''}`;
}
