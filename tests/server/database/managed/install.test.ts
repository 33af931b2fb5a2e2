import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PUBLISHERS } from '../../../../server/database/managed/fetch/sources.ts';
import { installedRelease, isWhole } from '../../../../server/database/managed/install.ts';
import { releaseOf } from '../../../../server/database/managed/releases.ts';
import { startPublishers, tarOf } from '../../../setup/publishers.ts';

const release = releaseOf('5.26.28');
const java = { home: '/nowhere', executable: '/nowhere/bin/java', major: 17 };

// A program named mvn that copies files slowly: what is tested is what becomes of a download, not Maven.
describe.skipIf(process.platform === 'win32')('downloading a release into the cache', () => {
  let folder: string;
  let versions: string;
  let neo4jMirror: string;
  let offline: boolean;
  const install = (signal?: AbortSignal) =>
    installedRelease({
      ...{ release, java, cacheFolder: join(folder, 'cache'), onProgress: () => {}, signal },
      sources: { ...PUBLISHERS, neo4jMirror, offline },
    });
  const putMaven = (script: string) => {
    writeFileSync(join(folder, 'bin', 'mvn'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'bin', 'mvn'), 0o755);
  };
  const OUT = 'for each; do case $each in -DoutputDirectory=*) out=$' + '{each#*=};; esac; done';
  const good = `echo x >> ${'"$0.runs"'}\n${OUT}\necho one > "$out/a.jar"; sleep 0.3; echo two > "$out/b.jar"`;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-install-'));
    versions = join(folder, 'cache', 'neo4j');
    // Nobody listens there.
    neo4jMirror = 'http://127.0.0.1:1';
    offline = false;
    mkdirSync(join(folder, 'bin'));
    vi.stubEnv('MAVEN_HOME', undefined);
    vi.stubEnv('M2_HOME', undefined);
    vi.stubEnv('PATH', `${join(folder, 'bin')}${delimiter}${process.env.PATH}`);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('happens once, however many ask at once', async () => {
    putMaven(good);
    const folders = await Promise.all([install(), install(), install()]);
    expect(new Set(folders).size).toBe(1);
    expect(readdirSync(folders[0] ?? '')).toEqual(['a.jar', 'b.jar']);
    expect(readFileSync(join(folder, 'bin', 'mvn.runs'), 'utf8')).toBe('x\n');
  });

  it('leaves nothing that looks complete when Maven fails, and tells what Maven said', async () => {
    putMaven(`${OUT}\necho one > "$out/a.jar"; echo '[ERROR] Could not transfer artifact'; exit 1`);
    await expect(install()).rejects.toThrow(/Could not transfer artifact/);
    expect(isWhole(join(versions, release.version))).toBe(false);
    expect(readdirSync(versions)).toEqual([]);
  });

  it("goes by the publisher's archive where Maven fails", async () => {
    putMaven('exit 1');
    const publishers = await startPublishers();
    neo4jMirror = publishers.url;
    publishers.publish('/neo4j-community-5.26.28-unix.tar.gz', await tarOf({ 'neo4j/lib/a.jar': 'one' }));
    const lib = await install();
    publishers.close();
    expect(readdirSync(lib)).toEqual(['a.jar']);
    expect(isWhole(join(versions, release.version))).toBe(true);
  });

  it('fetches nothing where that is said, and nothing that is there already', async () => {
    putMaven(good);
    offline = true;
    await expect(install()).rejects.toThrow(/not in the cache, and --offline/);
    offline = false;
    await install();
    offline = true;
    putMaven('exit 1');
    await expect(install()).resolves.toContain(release.version);
    expect(readFileSync(join(folder, 'bin', 'mvn.runs'), 'utf8')).toBe('x\n');
  });

  it('leaves nothing behind when it is given up', async () => {
    putMaven(`${OUT}\necho one > "$out/a.jar"; exec sleep 30`);
    await expect(install(AbortSignal.timeout(300))).rejects.toThrow();
    expect(readdirSync(versions)).toEqual([]);
  });

  it('is done again after one that was cut off, whose remains are removed', async () => {
    mkdirSync(join(versions, `${release.version}.partial-dead`, 'lib'), { recursive: true });
    mkdirSync(join(versions, release.version, 'lib'), { recursive: true });
    putMaven(good);
    await install();
    expect(isWhole(join(versions, release.version))).toBe(true);
    expect(readdirSync(versions)).toEqual([release.version]);
  });

  it('is done again when a file is cut short', async () => {
    putMaven(good);
    const lib = await install();
    truncateSync(join(lib, 'b.jar'), 1);
    expect(isWhole(join(versions, release.version))).toBe(false);
    await install();
    expect(isWhole(join(versions, release.version))).toBe(true);
  });
});
