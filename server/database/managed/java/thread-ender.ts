import { existsSync, realpathSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { ENDED_BY_FORCE } from '../../errors/statement-errors.ts';
import { converse, int, type Jdwp, type JdwpReader, text } from './jdwp.ts';

/**
 * Ends single threads of a Neo4j that this process starts, without ending Neo4j.
 *
 * A statement is only asked to end, and a loop inside one expression, a regular expression that backtracks and the
 * planner never look whether they were. Java itself can end such a thread: its debug interface throws an exception
 * into it. Tried on 5.26 with Java 17 and on 2026.09 with Java 25 with nested comprehensions, `reverse` of long texts
 * in a loop, `(a+)+b` and 25 nested EXISTS: each was over within 90 ms, its transaction rolled back and its
 * connection good for the next; what else was measured ran no slower than without it. The other ways cost more: a
 * second Neo4j for strangers needs the data and the memory twice, and a restart makes everybody wait for ten seconds.
 *
 * An exception out of nowhere may leave something half done, which is why only a thread is ended that reads, and has
 * not looked for seconds: it is deep in a computation then, not between two halves of keeping books.
 */
export interface ThreadEnder {
  /** The option by which Java calls here when it starts; it listens to nobody itself. */
  option: string;
  /** Ends what works for the client of this address, `host:port`. @returns whether there was such a thread */
  end(clientAddress: string): Promise<boolean>;
  /** Lets go; Java runs on, and no thread of it can be ended any more. */
  close(): void;
}

/**
 * @param executable of the Java that is to be started
 * @returns undefined where that Java has no debug interface, as some slim ones
 */
export async function openThreadEnder(executable: string): Promise<ThreadEnder | undefined> {
  if (!hasDebugInterface(executable)) return undefined;
  const server = createServer();
  const port = await listening(server).catch(() => undefined);
  if (port === undefined) return undefined;
  let java: Jdwp | undefined;
  let exception: Promise<Buffer> | undefined;
  server.on('connection', async (socket) => {
    socket.on('error', () => {}).unref();
    try {
      const called = await converse(socket);
      if (java) return called.close();
      java = called;
      server.close();
      exception = makeException(called);
      // Java lets every thread go on that was stopped for somebody who has gone.
      exception.catch(() => called.close());
    } catch {
      socket.destroy();
    }
  });
  return {
    option: `-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,address=127.0.0.1:${port}`,
    async end(clientAddress) {
      if (!java || !exception) return false;
      const thrown = await exception;
      const threads = await threadsOf(java, (name) => name.endsWith(`/${clientAddress}]`));
      for (const thread of threads) await java.ask(11, 10, thread, thrown);
      return threads.length > 0;
    },
    close() {
      server.close();
      java?.close();
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function hasDebugInterface(executable: string): boolean {
  try {
    const home = dirname(dirname(realpathSync(executable)));
    return ['lib/libjdwp.so', 'lib/libjdwp.dylib', 'bin/jdwp.dll'].some((file) =>
      existsSync(join(home, file)),
    );
  } catch {
    return false;
  }
}

/** Ids of threads by name. One that works for a client is called `neo4j.BoltWorker-1 [bolt-0 - /127.0.0.1:5000]`. */
async function threadsOf(java: Jdwp, fits: (name: string) => boolean): Promise<Buffer[]> {
  const all = await java.ask(1, 4);
  const ids = Array.from({ length: all.int() }, () => all.id());
  const named = await Promise.all(
    ids.map(async (id) => {
      // A thread may be over by the time that its name is asked for.
      const name = await java.ask(11, 1, id).then(
        (read) => read.text(),
        () => '',
      );
      return { id, name };
    }),
  );
  return named.filter(({ name }) => name.startsWith('neo4j.BoltWorker') && fits(name)).map(({ id }) => id);
}

const CLASS_PREPARE = 8;
/** Without it, Java stops every thread once the exception is made. */
const SINGLE_THREADED = 1;

/**
 * The exception that will be thrown, made once: Java lets an object be made only in a thread that an event has
 * stopped, and that of the next class that is loaded does; while Neo4j starts there are thousands.
 */
async function makeException(java: Jdwp): Promise<Buffer> {
  const found = await java.ask(1, 2, text('Ljava/lang/RuntimeException;'));
  if (found.int() < 1) throw new Error('Java knows no RuntimeException.');
  found.byte();
  const type = found.id();
  const maker = await constructorOf(java, type);
  const message = (await java.ask(1, 11, text(ENDED_BY_FORCE))).id();
  const stopped = new Promise<Buffer>((resolve) => {
    java.onEvent = (event) => {
      const thread = threadOfEvent(event);
      if (thread) resolve(thread);
    };
  });
  const once = [int(1), Buffer.from([1]), int(1)];
  await java.ask(15, 1, Buffer.from([CLASS_PREPARE, 1]), ...once);
  const thread = await stopped;
  try {
    const argument = [int(1), Buffer.from('s'), message];
    const made = await java.ask(3, 4, type, thread, maker, ...argument, int(SINGLE_THREADED));
    made.byte();
    const exception = made.id();
    await java.ask(9, 7, exception);
    return exception;
  } finally {
    await java.ask(11, 3, thread);
  }
}

function threadOfEvent(event: JdwpReader): Buffer | undefined {
  event.byte();
  if (event.int() < 1 || event.byte() !== CLASS_PREPARE) return undefined;
  event.int();
  return event.id();
}

async function constructorOf(java: Jdwp, type: Buffer): Promise<Buffer> {
  const methods = await java.ask(2, 5, type);
  for (let left = methods.int(); left > 0; left -= 1) {
    const [id, name, signature] = [methods.id(), methods.text(), methods.text()];
    methods.int();
    if (name === '<init>' && signature === '(Ljava/lang/String;)V') return id;
  }
  throw new Error('RuntimeException has no such constructor.');
}
