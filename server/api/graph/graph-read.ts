import type { Reader } from '../../core/answers/reader.ts';
import type { Answer, RouteName } from '../../core/contract/routes.ts';
import type { Call, Handler } from '../http/endpoint.ts';

/** A handler that reads one version of the graph; its answer is tagged with that version. */
export function readsGraph<N extends RouteName>(
  name: N,
  work: (reader: Reader, call: Call<N>) => Promise<Answer<N>>,
): Handler<N> {
  return {
    name,
    async answer(call) {
      const { value, context } = await call.services.graph.read((reader) => work(reader, call), call.caller);
      return { value, version: context.version };
    },
  };
}
