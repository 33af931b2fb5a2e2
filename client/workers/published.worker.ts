import { config } from 'zod/mini';
import {
  createLocalServer,
  type LocalRequest,
  type LocalResponse,
} from '../../server/core/local/local-server.ts';
import { MANIFEST, type Manifest } from '../../server/core/local/published.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import { readPacked } from '../../server/core/packed/read.ts';
import { serve } from './serve.ts';

// As on the page: the policy forbids the code that zod would otherwise generate.
config({ jitless: true });

/** What begins asking: where the published folder is, and the port that it is asked at. */
export interface AskedAt {
  home: string;
  port: MessagePort;
}

const ROW_LIMIT = 100_000;
const NEEDS_DATABASE =
  'These are published files, without a database. Cypher, and what a server draws, needs a running Entente.';

type Server = (request: LocalRequest) => Promise<LocalResponse>;
let opened: Promise<Server> | undefined;

addEventListener('message', ({ data: { home, port } }: MessageEvent<AskedAt>) => {
  serve<LocalRequest, never, LocalResponse>(port, async (request) => (await open(home))(request));
  port.start();
});

function open(home: string): Promise<Server> {
  opened ??= read(home).catch((cause) => {
    // Whoever asks again may have more luck.
    opened = undefined;
    throw cause;
  });
  return opened;
}

async function read(home: string): Promise<Server> {
  const manifest: Manifest = await (await fetched(new URL(MANIFEST, home))).json();
  const { parts, stories, looks, version } = manifest;
  const packed = await Promise.all(
    parts.map(async (part) => (await fetched(new URL(part, home))).arrayBuffer()),
  );
  const stream = new Blob(packed).stream().pipeThrough(new DecompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return createLocalServer(await readPacked(bytes), {
    ...{ version, rowLimit: ROW_LIMIT, stories, looks },
    embeds: 'everybody',
    needsDatabase: NEEDS_DATABASE,
  });
}

async function fetched(address: URL): Promise<Response> {
  const response = await fetch(address).catch(() => undefined);
  if (response?.ok) return response;
  const why = response ? `answers ${response.status}` : 'cannot be reached';
  throw new EntenteError('database_not_ready', `${address.pathname} ${why}. Was the whole folder uploaded?`);
}
