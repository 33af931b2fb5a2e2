import type { LinkPort } from '../../state/link/link.ts';
import type { Memory } from '../../state/panels.ts';
import { attempt } from '../../state/panels.ts';

const field = (state: unknown, name: string): unknown =>
  typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[name] : undefined;

/** The address bar and history of a window. */
export function browserLink({ location, history, addEventListener, removeEventListener }: Window): LinkPort {
  const address = (search: string) => location.pathname + (search ? `?${search}` : '') + location.hash;
  return {
    read: () => location.search,
    depth: () => {
      const depth = field(history.state, 'depth');
      return typeof depth === 'number' ? depth : 0;
    },
    name: () => {
      const name = field(history.state, 'name');
      return typeof name === 'string' ? name : undefined;
    },
    push: (search, depth, name) => history.pushState({ depth, name }, '', address(search)),
    replace: (search, depth, name) => history.replaceState({ depth, name }, '', address(search)),
    back: () => history.back(),
    forward: () => history.forward(),
    onWalk: (walked) => {
      addEventListener('popstate', walked);
      return () => removeEventListener('popstate', walked);
    },
  };
}

/** The browser's memory, or undefined where it is forbidden: reaching for it may throw already. */
export function browserMemory(window: Window): Memory | undefined {
  return attempt(() => window.localStorage);
}
