import { EntenteError } from '../../core/model/errors.ts';

/** Answers that are gathered before they are written, and the bytes that they hold meanwhile. */
export interface HeldAnswers {
  /**
   * @param address of whoever asks
   * @param letGo Ends the answer: its client reads too slowly, and others need the room.
   */
  open(address: string, letGo: () => void): HeldAnswer;
  /** Bytes that are held now. */
  bytes(): number;
}

export interface HeldAnswer {
  /**
   * Counts bytes that are held from now on.
   * @throws EntenteError `overloaded` where there is no room for them
   */
  take(bytes: number): void;
  /** All is gathered and is being written. */
  write(): void;
  /** These bytes have been written. */
  give(bytes: number): void;
  close(): void;
}

interface Held {
  address: string;
  bytes: number;
  isWritten: boolean;
  letGo: () => void;
}

/**
 * Holds no more than `most` bytes: without that, clients who read as slowly as they may would fill the memory with
 * answers whose statements have long ended. Where there is no room, whoever holds most and only reads makes it.
 *
 * @param most Bytes, in all.
 */
export function createHeldAnswers(most: number): HeldAnswers {
  const held = new Set<Held>();
  let all = 0;

  const close = (each: Held) => {
    if (held.delete(each)) all -= each.bytes;
  };

  function makeRoom(bytes: number): void {
    while (all + bytes > most) {
      const slow = slowest();
      if (!slow) throw full();
      close(slow);
      slow.letGo();
    }
  }

  /** Of what the address with the most bytes has to read, that which it began to read first. */
  function slowest(): Held | undefined {
    const written = [...held].filter(({ isWritten }) => isWritten);
    const of = (address: string) =>
      written.reduce((sum, each) => sum + (each.address === address ? each.bytes : 0), 0);
    return written.reduce<Held | undefined>(
      (best, each) => (best && of(best.address) >= of(each.address) ? best : each),
      undefined,
    );
  }

  return {
    bytes: () => all,
    open(address, letGo) {
      const own: Held = { address, bytes: 0, isWritten: false, letGo };
      held.add(own);
      return {
        take(bytes) {
          makeRoom(bytes);
          if (!held.has(own)) throw full();
          own.bytes += bytes;
          all += bytes;
        },
        write() {
          own.isWritten = true;
          // To the end of the line: a set goes by when each was put in.
          if (held.delete(own)) held.add(own);
        },
        give(bytes) {
          if (!held.has(own)) return;
          own.bytes -= bytes;
          all -= bytes;
        },
        close: () => close(own),
      };
    },
  };
}

function full(): EntenteError {
  return new EntenteError(
    'overloaded',
    'The server holds as many answers as it can. Ask again in a moment, or have the rows line by line (application/x-ndjson).',
  );
}
