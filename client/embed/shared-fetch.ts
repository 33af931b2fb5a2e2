/** The name under which a frame lays open what it has fetched to frames of the same origin beside it. */
const SHARED = 'ententeShared';
/** How long an answer serves others, and how long one is waited for, in milliseconds. */
const KEPT = 60_000;
const PATIENCE = 5_000;

type Shared = Map<string, Promise<string>>;

/**
 * A `fetch` that asks once for all embeds of a page: what a frame beside this one, of the same origin, is
 * asking for or has just been given is not asked for again. Only of what changes with the data alone.
 */
export function createSharedFetch(window: Window): typeof fetch {
  const own: Shared = new Map();
  Object.defineProperty(window, SHARED, { value: own });
  const ask = (address: string, options: RequestInit | undefined): Promise<Response> => {
    const answer = window.fetch(address, options);
    const text = answer.then((given) => {
      if (!given.ok) throw new Error(String(given.status));
      return given.clone().text();
    });
    own.set(address, text);
    const forget = () => own.delete(address);
    text.then(() => setTimeout(forget, KEPT), forget);
    return answer;
  };
  return async (input, options) => {
    const address = String(input);
    if (!/^\/api\/(graph|schema)(\?|$)/.test(address)) return window.fetch(input, options);
    const given = own.get(address) ?? findBeside(window, address);
    const text = given && (await Promise.race([given, wait(PATIENCE)]).catch(() => undefined));
    options?.signal?.throwIfAborted();
    return text === undefined
      ? ask(address, options)
      : new Response(text, { headers: { 'Content-Type': 'application/json' } });
  };
}

function findBeside(window: Window, address: string): Promise<string> | undefined {
  const { parent } = window;
  for (let at = 0; parent !== window && at < parent.length; at += 1) {
    try {
      const shared = (parent[at] as unknown as Record<string, Shared | undefined>)[SHARED];
      const found = shared?.get(address);
      if (found) return found;
    } catch {
      // A frame of another origin.
    }
  }
  return undefined;
}

/** Gives nothing, later: a frame that has been taken away never answers. */
function wait(time: number): Promise<undefined> {
  return new Promise((done) => setTimeout(() => done(undefined), time));
}
