import { config } from 'zod/mini';
import { graphOfNetwork } from '../../server/core/local/graph-of-network.ts';
import { createLocalServer, type LocalRequest } from '../../server/core/local/local-server.ts';
import { EntenteError, type ErrorCode, type ErrorDetail } from '../../server/core/model/errors.ts';
import { directionOf, type Missing, signsOf } from '../../server/core/reading/network.ts';
import { type ReadFiles, readFiles } from '../../server/core/reading/read.ts';
import { hashOf, setIdOf } from '../../server/core/reading/stored.ts';
import type { MappingFile } from '../../server/core/reading/table/mapping.ts';

// As on the page: the policy forbids the code that zod would otherwise generate.
config({ jitless: true });

/** How files are to be read. */
export interface Reading {
  mapping?: MappingFile;
  missing?: Missing;
  encoding?: string;
}

export interface OpenQuestions {
  /** Reads files, and keeps what they hold. */
  read: { files: readonly File[]; reading: Reading };
  /** Makes the graph of what was read last, from which requests are answered. */
  open: object;
  request: LocalRequest;
}

/** What files were understood to hold. */
export type Understood = Pick<ReadFiles, 'format' | 'skipped' | 'warnings' | 'tables'> & {
  nodes: number;
  edges: number;
  directed: boolean | 'mixed';
  signs: ReturnType<typeof signsOf>;
};

export type FilesQuestion = {
  [K in keyof OpenQuestions]: { id: number; kind: K; question: OpenQuestions[K] };
}[keyof OpenQuestions];

/** What went wrong, whole, as an error itself would not come through. */
export interface Failed {
  code: ErrorCode;
  message: string;
  details: readonly ErrorDetail[];
}
export type FilesTold = { id: number } & ({ doing: string } | { answer: unknown } | { failed: Failed });

/** At most so many nodes, and edges, are shown at once, as by a server with its usual settings. */
const ROW_LIMIT = 100_000;

let read: { network: ReadFiles; set: string; snapshot: string } | undefined;
let server: ReturnType<typeof createLocalServer> | undefined;

const answers = {
  read: async ({ files, reading }: OpenQuestions['read'], doing: (text: string) => void) => {
    const given = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const { encoding, ...rest } = reading;
    const network = await readFiles(given, { ...rest, ...(encoding && { encoding }), progress: doing });
    const hash = hashOf([
      ...given.map(({ bytes }) => bytes),
      new TextEncoder().encode(JSON.stringify(network.tables.map(({ mapping }) => mapping))),
    ]);
    read = { network, set: setIdOf(files[0]?.name ?? ''), snapshot: `file-${hash}` };
    const { format, nodes, edges, skipped, warnings, tables } = network;
    return {
      ...{ format, skipped, warnings, tables, nodes: nodes.length, edges: edges.length },
      ...{ directed: directionOf(network), signs: signsOf(network) },
    } satisfies Understood;
  },
  open: () => {
    if (!read) throw new EntenteError('internal', 'No file was read.');
    const { network, set, snapshot } = read;
    read = undefined;
    server = createLocalServer(graphOfNetwork(network, set, snapshot), { version: '', rowLimit: ROW_LIMIT });
    return snapshot;
  },
  request: (request: LocalRequest) => {
    if (!server) throw new EntenteError('internal', 'No file is open.');
    return server(request);
  },
};

addEventListener('message', async ({ data: { id, kind, question } }: MessageEvent<FilesQuestion>) => {
  const tell = (told: object, transfer: Transferable[] = []) => postMessage({ id, ...told }, { transfer });
  try {
    const answer = await answers[kind](question as never, (doing) => tell({ doing }));
    const body = Object(answer).body as Uint8Array<ArrayBuffer> | undefined;
    tell({ answer }, body ? [body.buffer] : []);
  } catch (cause) {
    tell({ failed: failureOf(cause) });
  }
});

function failureOf(cause: unknown): Failed {
  if (cause instanceof EntenteError) {
    const { code, message, details } = cause;
    return { code, message, details };
  }
  const message = `The file cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
  return { code: 'internal', message, details: [] };
}
