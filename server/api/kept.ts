/**
 * Keeps what takes long to make by name, those longest not asked for going first. What is being made is not begun
 * again: many ask at once when an article comes out.
 *
 * @param most How many are kept.
 */
export function createKept<Made>(most: number): (name: string, make: () => Promise<Made>) => Promise<Made> {
  const kept = new Map<string, Promise<Made>>();
  return async (name, make) => {
    const made = kept.get(name) ?? make();
    kept.delete(name);
    kept.set(name, made);
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
    try {
      return await made;
    } catch (cause) {
      if (kept.get(name) === made) kept.delete(name);
      throw cause;
    }
  };
}
