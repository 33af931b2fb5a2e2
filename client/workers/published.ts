import type { LocalRequest, LocalResponse } from '../../server/core/local/local-server.ts';
import { ask } from './ask.ts';
import type { AskedAt } from './published.worker.ts';
import publishedWorker from './published.worker.ts?worker&url';
import { startWorker } from './start-worker.ts';

/**
 * Answers as a server would, out of the files of a published folder; a worker reads them once they are asked for.
 *
 * @param home The address of the folder, which may be relative to the page.
 */
export function openPublished(home: string): typeof fetch {
  const folder = new URL(home, location.href).href;
  const worker = startWorker(publishedWorker);
  return async (address, { method = 'GET', headers, signal } = {}) => {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ home: folder, port: port2 } satisfies AskedAt, [port2]);
    port1.start();
    const accept = new Headers(headers).get('accept') ?? '*/*';
    const request: LocalRequest = { method, address: String(address), accept };
    const answer = ask<LocalRequest, never, LocalResponse>(port1, request, {
      signal: signal ?? undefined,
      failing: 'The published data could not be read',
    });
    const { status, type, body } = await answer.finally(() => port1.close());
    return new Response(body, { status, headers: { 'content-type': type } });
  };
}
