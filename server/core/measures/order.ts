/**
 * The places of keys, ascending, equal keys in the order of their places. Keys are whole numbers from 0. Key
 * and place are sorted as one number where that is exact, many times faster than by comparing.
 */
export function orderOf(keys: Float64Array): Uint32Array {
  const count = keys.length;
  const most = keys.reduce((all, key) => Math.max(all, key), 0);
  if ((most + 1) * count < Number.MAX_SAFE_INTEGER) {
    const joined = keys.map((key, place) => key * count + place).sort();
    return Uint32Array.from(joined, (each) => each % count);
  }
  return Uint32Array.from(keys.keys()).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
}
