import type { RawEntry } from '../server/core/files/yaml.ts';
import type { Entry, FileName } from './format/format.ts';

/** A checked entry and where it stands. */
export interface Checked<F extends FileName> {
  value: Entry<F>;
  raw: RawEntry;
}
export type CheckedEntries = { [F in FileName]: Checked<F>[] };
