import { EntenteError } from '../../core/model/errors.ts';
import { errorOf, type FromThread, type Outcome, type ToThread } from './messages.ts';
import type { Taker } from './run-statement.ts';

/** Milliseconds that the thread may take to hear that nobody waits for a statement any more. */
const DEAF = 5_000;

export interface RunOptions {
  id: number;
  taker: Taker;
  /** Nobody waits for it any more once this aborts. */
  signal: AbortSignal;
  /** Milliseconds after which it is not waited for. */
  deadline: number;
  tell: (message: ToThread) => void;
  /** Called when the thread has said the last of it. */
  onEnd: () => void;
  /** Called when the thread does not hear. */
  onDeaf: () => void;
}

/** One statement that the thread works on, seen from outside of it. */
export class Run {
  readonly answer: Promise<Outcome>;
  readonly #options: RunOptions;
  readonly #late: NodeJS.Timeout;
  #deaf: NodeJS.Timeout | undefined;
  #resolve: (outcome: Outcome) => void = () => {};
  #reject: (cause: unknown) => void = () => {};

  constructor(options: RunOptions) {
    this.#options = options;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#late = setTimeout(() => this.#leave(tooLong()), options.deadline);
    options.signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  hear(message: Exclude<FromThread, { kind: 'started' }>): void {
    if (message.kind === 'done') this.#end(() => this.#resolve(message.outcome));
    else if (message.kind === 'fault') this.#end(() => this.#reject(errorOf(message.fault)));
    else void this.#hand(message);
  }

  /** The thread has ended. */
  fail(cause: unknown): void {
    this.#end(() => this.#reject(cause));
  }

  async #hand(message: Extract<FromThread, { kind: 'columns' | 'rows' }>): Promise<void> {
    const { taker, tell, id } = this.#options;
    try {
      if (message.kind === 'rows') await taker.rows(message.rows);
      else await taker.columns(message.columns);
      tell({ kind: 'taken', id });
    } catch (cause) {
      // What cannot be handed on has no one who takes it.
      this.#leave(cause);
    }
  }

  #onAbort = () => this.#leave(this.#options.signal.reason);

  #leave(cause: unknown): void {
    this.#settle();
    this.#reject(cause);
    if (this.#deaf) return;
    this.#options.tell({ kind: 'leave', id: this.#options.id });
    this.#deaf = setTimeout(this.#options.onDeaf, DEAF).unref();
  }

  #end(settle: () => void): void {
    this.#settle();
    clearTimeout(this.#deaf);
    settle();
    this.#options.onEnd();
  }

  #settle(): void {
    clearTimeout(this.#late);
    this.#options.signal.removeEventListener('abort', this.#onAbort);
  }
}

function tooLong(): EntenteError {
  return new EntenteError('timeout', 'The database did not finish within the time limit. Ask for less.');
}
