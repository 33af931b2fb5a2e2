import { readSchema } from '../../graph/schema.ts';
import { readsGraph } from './graph-read.ts';

export const schemaHandler = readsGraph('schema', (reader) => readSchema(reader));
