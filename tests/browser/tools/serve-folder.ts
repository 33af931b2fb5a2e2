import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
};

/** A host of files that knows their types and no more, under a path of its own. Tells what it was asked for. */
export async function serveFolder(folder: string, under: string) {
  const asked: { path: string; status: number }[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const inside = normalize(`/${path.slice(under.length)}`);
    const named = join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
    const found = path.startsWith(under) && existsSync(named) && statSync(named).isFile();
    asked.push({ path, status: found ? 200 : 404 });
    if (!found) return void response.writeHead(404).end('Nothing here.');
    response.setHeader('Content-Type', TYPES[extname(named)] ?? 'application/octet-stream');
    createReadStream(named).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
