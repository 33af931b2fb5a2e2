import { dna } from './dna/dna.ts';
import type { FileFormat } from './format.ts';
import { json, jsonLines } from './json/json.ts';
import { csv } from './table/csv.ts';
import { ods } from './table/ods.ts';
import { xlsx } from './table/xlsx.ts';
import { dl } from './text/dl.ts';
import { gml } from './text/gml.ts';
import { pajek } from './text/pajek.ts';
import { gexf } from './xml/gexf.ts';
import { graphml } from './xml/graphml.ts';

/** Every format that is read; the first that knows a file reads it. */
export const READ_FORMATS: readonly FileFormat[] = [
  ...[dna, xlsx, ods, gexf, graphml, jsonLines, json, pajek, dl, gml],
  csv,
];
