/**
 * A number in [0, 1) that depends on the text and the seed alone (FNV-1a, then the finaliser of
 * MurmurHash3): the same on every machine, and unrelated for texts that resemble each other.
 */
export function hashed(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Orders texts by their UTF-16 units: unlike `localeCompare`, the same whatever the machine speaks. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
