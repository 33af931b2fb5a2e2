/** The most characters that all that is remembered takes as JSON; about twice as many bytes. */
const REMEMBERED = 8_000_000;

/** What was found out about texts: the least recently asked is forgotten when all together take too much. */
export class Verdicts<Verdict> {
  readonly #verdicts = new Map<string, { verdict: Verdict; size: number }>();
  readonly #most: number;
  #size = 0;

  constructor(most = REMEMBERED) {
    this.#most = most;
  }

  /** Characters of all that is remembered. */
  get size(): number {
    return this.#size;
  }

  get(text: string): Verdict | undefined {
    const known = this.#verdicts.get(text);
    if (!known) return undefined;
    this.#verdicts.delete(text);
    this.#verdicts.set(text, known);
    return known.verdict;
  }

  set(text: string, verdict: Verdict): void {
    this.#forget(text);
    const size = text.length + JSON.stringify(verdict).length;
    if (size > this.#most) return;
    this.#verdicts.set(text, { verdict, size });
    this.#size += size;
    for (const oldest of this.#verdicts.keys()) {
      if (this.#size <= this.#most) break;
      this.#forget(oldest);
    }
  }

  #forget(text: string): void {
    this.#size -= this.#verdicts.get(text)?.size ?? 0;
    this.#verdicts.delete(text);
  }
}
