import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { EntenteError } from './core/model/errors.ts';

/** Milliseconds that a client has to send its request, and that a connection may be silent: a file takes less to be made. */
export interface Patience {
  sending: number;
  silence: number;
}
const NORMAL: Patience = { sending: 20_000, silence: 120_000 };

/** A server that answers. */
export interface Listening {
  /** With the port that was taken, to be opened in a browser. */
  url: string;
  /** Takes no new connection and gives requests under way `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

/**
 * Opens the HTTP server.
 * @throws EntenteError `invalid_request` when the address is taken or not ours to use.
 */
export function listen(
  app: RequestListener,
  host: string,
  port: number,
  { sending, silence }: Patience = NORMAL,
): Promise<Listening> {
  const server = createServer(
    {
      requestTimeout: sending,
      headersTimeout: Math.min(10_000, sending),
      connectionsCheckingInterval: Math.min(1_000, sending),
    },
    app,
  );
  // Whoever takes nothing of an answer for so long, or says nothing, is let go with what is kept for him.
  server.setTimeout(silence);
  const letGo = watchConnections(server);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    server.listen(port, host, () =>
      resolve({ url: urlOf(server, host), close: (patience) => close(server, letGo, patience) }),
    );
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  // Listening on every address is not an address to open.
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host;
  return `http://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}:${port}`;
}

async function close(server: Server, letGo: () => void, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  letGo();
  const force = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(force);
}

/**
 * Node's own closing waits for connections that browsers open in advance and never use. What this returns ends
 * all that carry no request, and every other one as soon as its answer is out.
 */
function watchConnections(server: Server): () => void {
  const requests = new Map<Socket, number>();
  let closing = false;
  server.on('connection', (socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    requests.set(socket, (requests.get(socket) ?? 0) + 1);
    response.once('close', () => {
      if (!requests.has(socket)) return;
      requests.set(socket, (requests.get(socket) ?? 1) - 1);
      if (closing) letGo();
    });
  });
  const letGo = () => {
    closing = true;
    for (const [socket, count] of requests) if (count === 0) socket.end();
  };
  return letGo;
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): EntenteError {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use by another program; stop it or set PORT to another port.`,
    EACCES: `Port ${port} is not allowed to this user; set PORT to one above 1023.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine; set HOST to one that is.`,
    ENOTFOUND: `HOST is "${host}", which names no address.`,
  };
  const reason = reasons[error.code ?? ''] ?? error.message;
  return new EntenteError('invalid_request', `The server cannot listen: ${reason}`, { cause: error });
}
