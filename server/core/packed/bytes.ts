import { EntenteError } from '../model/errors.ts';
import { fillOf } from './format.ts';

type NumbersOf = typeof Uint8Array | typeof Uint16Array | typeof Uint32Array | typeof Float64Array;

const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Bytes that are read from front to back. Each read says what it is of, for the refusal. */
export class Bytes {
  readonly #all: Uint8Array<ArrayBuffer>;
  readonly #end: number;
  #at: number;

  constructor(all: Uint8Array<ArrayBuffer>, at = 0, end = all.length) {
    [this.#all, this.#at, this.#end] = [all, at, end];
  }

  get left(): number {
    return this.#end - this.#at;
  }

  /** @throws EntenteError that names the place */
  refuse(what: string, reason: string): never {
    throw new EntenteError(
      'internal',
      `The graph that came cannot be read: ${what}, at byte ${this.#at}, ${reason}. Load it again.`,
    );
  }

  /** The next bytes. */
  take(length: number, what: string): Uint8Array<ArrayBuffer> {
    if (length > this.left)
      this.refuse(what, `takes ${length} bytes where ${this.left} are left: it was cut off`);
    const taken = this.#all.subarray(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }

  /** All that are left, which are still to be read. */
  peek(): Uint8Array<ArrayBuffer> {
    return this.#all.subarray(this.#at, this.#end);
  }

  /** The next bytes as bytes of their own to read from, and what fills them up. */
  part(length: number, what: string): Bytes {
    const from = this.#at;
    this.take(length, what);
    this.take(fillOf(length), `what fills up ${what}`);
    return new Bytes(this.#all, from, from + length);
  }

  numbers<T extends NumbersOf>(of: T, count: number, what: string): InstanceType<T> {
    const size = of.BYTES_PER_ELEMENT;
    const taken = this.take(count * size, what);
    const aligned = LITTLE_ENDIAN && taken.byteOffset % size === 0 ? taken : copied(taken, size);
    return new of(aligned.buffer, aligned.byteOffset, count) as InstanceType<T>;
  }

  text(length: number, what: string): string {
    const from = this.#at;
    const taken = this.take(length, what);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(taken);
    } catch {
      this.#at = from;
      this.refuse(what, 'is no UTF-8');
    }
  }
}

/** A copy at an even place, in the order of this machine. */
function copied(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  if (!LITTLE_ENDIAN) for (let at = 0; at < copy.length; at += size) copy.subarray(at, at + size).reverse();
  return copy;
}
