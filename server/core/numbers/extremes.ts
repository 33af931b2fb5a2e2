/**
 * The largest of any number of values, and not below `least`. `Math.max` cannot take its place: it is handed every value
 * as an argument, of which a worker's stack holds some 60,000.
 */
export function maxOf(values: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let most = least;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** Puts any number of things at the end of a list, where `push` would be handed each as an argument. */
export function pushAll<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}
