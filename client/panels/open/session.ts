import { attempt } from '../../state/panels.ts';

/** What a tab shows after a reload. */
export interface Remembered {
  id: string;
  name: string;
}

const NAME = 'entente.file';

/** The files that this tab showed before it was loaded anew. */
export function rememberedFile({ sessionStorage }: Window): Remembered | undefined {
  const said: unknown = attempt(() => JSON.parse(sessionStorage.getItem(NAME) ?? 'null'));
  const { id, name } = Object(said) as Partial<Remembered>;
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined;
}

export function rememberFile({ sessionStorage }: Window, file: Remembered | undefined): void {
  attempt(() =>
    file ? sessionStorage.setItem(NAME, JSON.stringify(file)) : sessionStorage.removeItem(NAME),
  );
}
