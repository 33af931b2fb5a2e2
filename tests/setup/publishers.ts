import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { create } from 'tar';

/** A server of this machine that stands for the publishers of Java and Neo4j, neither of which tests may ask. */
export interface Publishers {
  url: string;
  /** The addresses that were asked, with their queries. */
  asked: string[];
  /** Gives a file out under an address, with its checksum beside it. */
  publish(path: string, bytes: Buffer | string): void;
  /** Gives a JRE out for every system, as Temurin's list does. */
  publishJre(name: string, bytes: Buffer): void;
  close(): void;
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

export async function startPublishers(): Promise<Publishers> {
  const files = new Map<string, Buffer | string>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(request.url ?? '');
    const found = files.get(pathname);
    const length = found === undefined ? 0 : Buffer.byteLength(found);
    response.writeHead(found === undefined ? 404 : 200, { 'content-length': length }).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const publish: Publishers['publish'] = (path, bytes) => {
    files.set(path, bytes);
    files.set(`${path}.sha256`, `${sha256(bytes)}  ${path.slice(1)}\n`);
  };
  return {
    ...{ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, publish },
    publishJre(name, bytes) {
      files.set(`/${name}`, bytes);
      const archive = { name, link: `/${name}`, checksum: sha256(bytes), size: bytes.length };
      files.set(
        '/v3/assets/latest/21/hotspot',
        JSON.stringify([{ binary: { package: archive, os: 'any' } }]),
      );
    },
    close: () => void server.close().closeAllConnections(),
  };
}

/** A `.tar.gz` of these files, by their paths in it. Those under `bin` can be run. */
export async function tarOf(files: Record<string, string>): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-tar-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      if (path.includes('/bin/')) chmodSync(join(folder, path), 0o755);
    }
    const tops = [...new Set(Object.keys(files).map((path) => path.split('/')[0] as string))];
    await create({ gzip: true, file: join(folder, 'all.tgz'), cwd: folder }, tops);
    return readFileSync(join(folder, 'all.tgz'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function zipOf(files: Record<string, string>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))),
  );
}
