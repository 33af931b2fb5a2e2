import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../../../../server/core/contract/status.ts';
import { downloadDistribution } from '../../../../../server/database/managed/fetch/neo4j-archive.ts';
import {
  cachedJavas,
  installTemurin,
  temurinSystem,
} from '../../../../../server/database/managed/fetch/temurin.ts';
import { unpack } from '../../../../../server/database/managed/fetch/unpack.ts';
import { findJavas } from '../../../../../server/database/managed/java/java.ts';
import { releaseOf } from '../../../../../server/database/managed/releases.ts';
import { type Publishers, startPublishers, tarOf, zipOf } from '../../../../setup/publishers.ts';
import { startProxy } from './proxy.ts';

const release = releaseOf('5.26.28');
const ARCHIVE = '/neo4j-community-5.26.28-unix.tar.gz';
const DISTRIBUTION = {
  'neo4j-community-5.26.28/lib/neo4j.jar': 'one',
  'neo4j-community-5.26.28/lib/driver.jar': 'two',
  'neo4j-community-5.26.28/bin/neo4j': '#!/bin/sh',
};
const JRE = {
  'jdk-21.0.9+10-jre/release': 'JAVA_VERSION="21.0.9"\n',
  'jdk-21.0.9+10-jre/bin/java': '#!/bin/sh\n',
  'jdk-21.0.9+10-jre/bin/java.exe': 'MZ',
};

describe('what publishers give out', () => {
  let publishers: Publishers;
  let cacheFolder: string;
  let told: Progress[];
  const fetching = (signal?: AbortSignal) => ({
    ...{ cacheFolder, signal },
    onProgress: (progress: Progress) => void told.push(progress),
  });
  const neo4j = () => downloadDistribution(release, join(cacheFolder, 'neo4j'), publishers.url, fetching());

  beforeEach(async () => {
    publishers = await startPublishers();
    cacheFolder = mkdtempSync(join(tmpdir(), 'entente-fetch-'));
    told = [];
  });
  afterEach(() => {
    publishers.close();
    rmSync(cacheFolder, { recursive: true, force: true });
  });

  it('is Neo4j, of which only the programs are kept, its size said before and how far it is meanwhile', async () => {
    publishers.publish(ARCHIVE, await tarOf(DISTRIBUTION));
    await neo4j();
    expect(readdirSync(join(cacheFolder, 'neo4j'), { recursive: true }).sort()).toEqual([
      'lib',
      join('lib', 'driver.jar'),
      join('lib', 'neo4j.jar'),
    ]);
    expect(told[0]).toMatchObject({ message: 'Downloading Neo4j 5.26.28, 118 MB', ratio: 0 });
    expect(told.some(({ ratio }) => ratio === 1)).toBe(true);
  });

  it('is not run when it is not what was published', async () => {
    publishers.publish(ARCHIVE, await tarOf(DISTRIBUTION));
    publishers.publish(`${ARCHIVE}.sha256`, '0'.repeat(64));
    await expect(neo4j()).rejects.toThrow(/checksum differs/);
    publishers.publish(`${ARCHIVE}.sha256`, 'not found');
    await expect(neo4j()).rejects.toThrow(/gives no checksum/);
    expect(readdirSync(cacheFolder)).toEqual([]);
  });

  it('leaves nothing behind when it is cut off, is not there, or nobody answers', async () => {
    await expect(neo4j()).rejects.toThrow(/answers 404/);
    publishers.close();
    await expect(neo4j()).rejects.toThrow(/cannot be reached/);
    expect(readdirSync(cacheFolder)).toEqual([]);
  });

  it('is a Java that is found afterwards, and needs nobody to be asked', async () => {
    publishers.publishJre('jre.tar.gz', await tarOf(JRE));
    await installTemurin(publishers.url, fetching());
    const { os, architecture } = temurinSystem() ?? {};
    expect(publishers.asked[0]).toContain(`os=${os}&architecture=${architecture}&image_type=jre`);
    const found = await findJavas({ PATH: '' }, cachedJavas(cacheFolder));
    const java = found.find(({ home }) => home.startsWith(cacheFolder));
    expect(java).toMatchObject({ major: 21 });
    if (process.platform !== 'win32') expect(statSync(java?.executable ?? '').mode & 0o111).not.toBe(0);
    expect(told[0]?.message).toMatch(/^Downloading Java 21 \(Temurin\), \d+ MB$/);
  });

  it('is a Java in a zip as well, as Windows gets it, and with the folders of macOS', async () => {
    publishers.publishJre('jre.zip', zipOf(JRE));
    await installTemurin(publishers.url, fetching());
    expect(cachedJavas(cacheFolder).some((home) => existsSync(join(home, 'bin', 'java.exe')))).toBe(true);
    const mac = Object.fromEntries(
      Object.entries(JRE).map(([path, text]) => [path.replace('-jre/', '-jre/Contents/Home/'), text]),
    );
    publishers.publishJre('jre.tar.gz', await tarOf(mac));
    await installTemurin(publishers.url, fetching());
    expect(
      cachedJavas(cacheFolder).some((home) => home.endsWith('Home') && existsSync(join(home, 'bin'))),
    ).toBe(true);
  });

  it('comes by way of a proxy where the environment names one, but for the hosts that it excepts', async () => {
    publishers.publish(ARCHIVE, await tarOf(DISTRIBUTION));
    const proxy = await startProxy(publishers.url);
    // Nobody knows this name: only the proxy leads there.
    const download = () =>
      downloadDistribution(release, join(cacheFolder, 'neo4j'), 'http://publisher.invalid', fetching());
    vi.stubEnv('http_proxy', proxy.url);
    vi.stubEnv('no_proxy', '');
    await download();
    expect(existsSync(join(cacheFolder, 'neo4j', 'lib', 'neo4j.jar'))).toBe(true);
    expect(new Set(proxy.asked)).toEqual(new Set(['publisher.invalid:80']));
    vi.stubEnv('no_proxy', 'publisher.invalid');
    rmSync(join(cacheFolder, 'neo4j'), { recursive: true });
    await expect(download()).rejects.toThrow(/cannot be reached/);
    proxy.close();
    vi.unstubAllEnvs();
  });

  it('names no system that Temurin has no Java for', () => {
    expect(temurinSystem('linux', 'x64', false)).toEqual({ os: 'linux', architecture: 'x64' });
    expect(temurinSystem('linux', 'arm64', true)).toEqual({ os: 'alpine-linux', architecture: 'aarch64' });
    expect(temurinSystem('darwin', 'arm64', false)).toEqual({ os: 'mac', architecture: 'aarch64' });
    expect(temurinSystem('win32', 'x64', false)).toEqual({ os: 'windows', architecture: 'x64' });
    expect(temurinSystem('freebsd', 'x64', false)).toBeUndefined();
    expect(temurinSystem('linux', 'mips', false)).toBeUndefined();
  });

  it('is never written outside of its folder', async () => {
    const archive = join(cacheFolder, 'evil.zip');
    writeFileSync(archive, zipOf({ 'top/../../outside': 'x', 'top/inside': 'y' }));
    await unpack(archive, join(cacheFolder, 'a', 'b'));
    expect(readdirSync(cacheFolder, { recursive: true }).sort()).toEqual([
      'a',
      'a/b',
      'a/b/inside',
      'evil.zip',
    ]);
  });
});
