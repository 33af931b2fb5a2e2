import type { Socket } from 'node:net';

/** What a Java answered that is asked by its debug protocol, read from its beginning. */
export class JdwpReader {
  #at = 0;
  readonly #bytes: Buffer;
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }
  byte(): number {
    this.#at += 1;
    return this.#bytes.readUInt8(this.#at - 1);
  }
  int(): number {
    this.#at += 4;
    return this.#bytes.readInt32BE(this.#at - 4);
  }
  /** An id of an object, a thread, a class or a method, which HotSpot gives in eight bytes. */
  id(): Buffer {
    this.#at += ID;
    return this.#bytes.subarray(this.#at - ID, this.#at);
  }
  text(): string {
    const length = this.int();
    this.#at += length;
    return this.#bytes.toString('utf8', this.#at - length, this.#at);
  }
}

/** A conversation with a Java by the Java Debug Wire Protocol. */
export interface Jdwp {
  /** @throws Error with the number of the fault by which it was refused, or when no answer comes in time */
  ask(set: number, command: number, ...parts: Buffer[]): Promise<JdwpReader>;
  /** Called with every event that was asked for. */
  onEvent: (event: JdwpReader) => void;
  /** Resolves when the conversation is over. */
  over: Promise<void>;
  close(): void;
}

const HANDSHAKE = Buffer.from('JDWP-Handshake');
const HEADER = 11;
const REPLY = 0x80;
const ID = 8;
const PATIENCE = 5_000;

export const int = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
export const text = (value: string) => Buffer.concat([int(Buffer.byteLength(value)), Buffer.from(value)]);

/** @throws Error when what called is no Java, or one whose ids are of another size */
export async function converse(socket: Socket): Promise<Jdwp> {
  const waiting = new Map<number, { resolve(read: JdwpReader): void; reject(fault: Error): void }>();
  let number = 0;
  const jdwp: Jdwp = {
    onEvent: () => {},
    over: new Promise((resolve) => socket.once('close', () => resolve())),
    close: () => socket.destroy(),
    ask(set, command, ...parts) {
      number += 1;
      const id = number;
      const body = Buffer.concat(parts);
      const header = Buffer.concat([int(HEADER + body.length), int(id), Buffer.from([0, set, command])]);
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('Java does not answer.')), PATIENCE).unref();
        waiting.set(id, {
          resolve: (read) => settle(() => resolve(read)),
          reject: (fault) => settle(() => reject(fault)),
        });
        const settle = (end: () => void) => {
          clearTimeout(late);
          waiting.delete(id);
          end();
        };
        socket.write(Buffer.concat([header, body]));
      });
    },
  };
  socket.once('close', () => {
    for (const { reject } of [...waiting.values()]) reject(new Error('Java has gone.'));
  });
  await shakeHands(socket, (packet) => {
    const id = packet.readUInt32BE(4);
    const fault = packet.readUInt16BE(9);
    if ((packet[8] ?? 0) !== REPLY) return jdwp.onEvent(new JdwpReader(packet.subarray(HEADER)));
    if (fault === 0) waiting.get(id)?.resolve(new JdwpReader(packet.subarray(HEADER)));
    else waiting.get(id)?.reject(new Error(`Java refused by fault ${fault}.`));
  });
  const sizes = await jdwp.ask(1, 7);
  for (let index = 0; index < 4; index += 1)
    if (sizes.int() !== ID) throw new Error('A Java with ids of another size.');
  return jdwp;
}

function shakeHands(socket: Socket, onPacket: (packet: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let gathered = Buffer.alloc(0);
    let greeted = false;
    const late = setTimeout(() => reject(new Error('What called is no Java.')), PATIENCE).unref();
    socket.once('close', () => reject(new Error('Java has gone.')));
    socket.on('data', (bytes) => {
      gathered = Buffer.concat([gathered, bytes]);
      if (!greeted && gathered.length >= HANDSHAKE.length) {
        if (!gathered.subarray(0, HANDSHAKE.length).equals(HANDSHAKE)) return void socket.destroy();
        gathered = gathered.subarray(HANDSHAKE.length);
        greeted = true;
        clearTimeout(late);
        resolve();
      }
      while (greeted && gathered.length >= HEADER && gathered.length >= gathered.readUInt32BE(0)) {
        const packet = gathered.subarray(0, gathered.readUInt32BE(0));
        gathered = gathered.subarray(packet.length);
        onPacket(packet);
      }
    });
    socket.write(HANDSHAKE);
  });
}
