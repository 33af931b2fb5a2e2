import { PACKED_MEDIA_TYPE } from '../../core/packed/media-type.ts';
import { writePacked } from '../../core/packed/write.ts';
import { readFiltered } from '../../graph/filters/filtered.ts';
import type { Handler } from '../http/endpoint.ts';
import { readsGraph } from './graph-read.ts';

const read = readsGraph('graph', (reader, { query: { limit, ...filters } }) =>
  readFiltered(reader, filters, limit ?? reader.rowLimit),
);

export const graphHandler: Handler<'graph'> = {
  ...read,
  streams: { [PACKED_MEDIA_TYPE]: writePacked },
};
