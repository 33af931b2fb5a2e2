import { readFiltered } from '../../core/answers/filtered.ts';
import { FORMATS, fileName } from '../../core/formats/format.ts';
import { writeGraph } from '../../core/formats/write.ts';
import type { FileForm, Handler } from '../http/endpoint.ts';
import { readsGraph } from './graph-read.ts';

const read = readsGraph('export', (reader, { query: { format: _, limit, ...filters } }) =>
  readFiltered(reader, filters, limit ?? reader.rowLimit),
);

/** The file of a graph; a header tells whether a limit cut it, for formats in which programs do not look for that. */
const file: FileForm<'export'> = {
  mediaType: ({ format }) => FORMATS[format].mediaType,
  write: (graph, { format }) => ({
    body: writeGraph(graph, format),
    headers: {
      'Content-Disposition': `attachment; filename="${fileName(graph.attributes.snapshot, format)}"`,
      'Entente-Truncated': String(graph.attributes.truncated),
    },
  }),
};

export const exportHandler: Handler<'export'> = { ...read, file };
