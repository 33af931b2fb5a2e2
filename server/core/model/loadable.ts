import type { ErrorDetail } from './errors.ts';

/** What is loading, loaded or failed. */
export type Loadable<T> =
  | { state: 'idle' }
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; message: string; details: readonly ErrorDetail[] };
