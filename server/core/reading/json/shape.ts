import type { ReadableFile, Sink } from '../format.ts';
import type { Json } from './json-values.ts';

/** What a JSON file may be. */
export interface JsonShape {
  id: string;
  knows: (json: Json) => boolean;
  read: (json: Json, file: ReadableFile, sink: Sink) => void;
}
