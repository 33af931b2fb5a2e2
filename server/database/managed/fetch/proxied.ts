import { EnvHttpProxyAgent, fetch, type RequestInfo, type RequestInit, type Response } from 'undici';

/**
 * `fetch` by way of the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, as curl and npm go by them: Node's own
 * does so only from 22.21 on, and only when it is told to.
 */
export function proxiedFetch(address: RequestInfo, options: RequestInit): Promise<Response> {
  return fetch(address, { ...options, dispatcher: new EnvHttpProxyAgent() });
}
