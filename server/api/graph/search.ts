import type { Handler } from '../http/endpoint.ts';

/** It needs no turn to read: the names are read once for all, and then searched in a thread with turns of its own. */
export const searchHandler: Handler<'search'> = {
  name: 'search',
  async answer({ query, services, caller }) {
    const { version } = services.graph.latest() ?? (await services.graph.current(caller.signal));
    return { value: await services.search.find(version, query.q, query.limit, caller), version };
  },
};
