import { describe, expect, it } from 'vitest';
import { faultIn } from '../../../../server/database/managed/log-faults.ts';

const place = { folder: '/data/entente', log: '/data/entente/neo4j/logs/debug.log' };
const told = (text: string, ended = false) => faultIn(text, place, ended)?.message;

/** Lines that both releases wrote when they were given what the test says. */
const WELL = `{"level":"ERROR","category":"o.n.s.s.a.CommunitySecurityModule","message":"[neo4j]: ACCESS on database 'neo4j' is not allowed. The credentials you provided were valid, but must be changed before you can use this instance."}
VM Arguments: [-Xmx1024m, -XX:+UseSerialGC, -XX:+ExitOnOutOfMemoryError]
2026-11-30 02:28:52.274+0000 WARN  [o.n.k.i.s.MetaDataStore] [system/00000000] Missing counts store, rebuilding it.`;

describe('faults in the logs of Neo4j', () => {
  it('finds none in those of a start that goes well', () => {
    expect(told(WELL)).toBeUndefined();
    expect(told(WELL, true)).toBeUndefined();
  });

  it.each([
    [
      'a damaged store, on 5.26',
      `2026-11-30 02:28:52.274+0000 ERROR [o.n.d.d.DatabaseLifecycles] Failed to start DatabaseId{932cbe61[neo4j]}
Caused by: java.lang.IllegalStateException: Failed to read current store version.
Caused by: java.lang.IllegalStateException: Metadata store is empty`,
      /damaged \(it says: Metadata store is empty\).*copy.*move it away/,
    ],
    [
      'a damaged store, on 2026.09',
      String.raw`{"level":"ERROR","category":"o.n.d.d.DatabaseLifecycles","message":"Failed to start DatabaseId{3cfc5c9a[neo4j]}","stacktrace":"java.lang.RuntimeException: java.lang.IllegalStateException: Failed to read current store version.\n\tat org.neo4j\nCaused by: java.lang.IllegalStateException: Failed to load data from legacy metadata store\n\tat org.neo4j"}`,
      /damaged \(it says: Failed to load data from legacy metadata store\)/,
    ],
    [
      'transaction logs that are gone',
      '2026-11-30 02:29:38.184+0000 ERROR [o.n.k.r.Recovery] [neo4j/932cbe61] Transaction logs are missing and recovery is not possible.',
      /damaged \(it says: Transaction logs are missing/,
    ],
    [
      'a full disk, which Neo4j only warns of',
      '2026-11-30 02:32:45.279+0000 WARN  java.io.IOException: No space left on device',
      /no space left on the disk of \/data\/entente\. Free/,
    ],
    [
      'too few file descriptors',
      `2026-11-30 02:31:17.598+0000 ERROR Failed to start Neo4j on localhost:7474.
Caused by: java.lang.IllegalStateException: Failed to read current store version.
Caused by: java.nio.file.FileSystemException: /data/entente/neo4j/data/databases/system/neostore: Too many open files`,
      /ulimit -n/,
    ],
    [
      'a read-only folder',
      `Error starting Neo4j database server at /data/entente/neo4j/data/databases
Caused by: org.neo4j.io.locker.FileLockException: Unable to obtain lock on file: /data/store_lock. Please ensure no other process is using this database, and that the directory is writable
Caused by: java.nio.file.FileSystemException: /data/entente/neo4j/data/databases/store_lock: Read-only file system`,
      /read-only.*ENTENTE_DATA_FOLDER/,
    ],
    [
      'a file where a folder has to be',
      `2026-11-30 ERROR Failed to start Neo4j on localhost:7474.
Caused by: java.io.IOException: Unable to write directory path [/data/entente/neo4j/data] for Neo4j store.
Caused by: java.nio.file.FileAlreadyExistsException: /data/entente/neo4j/data`,
      /A file lies .*: \/data\/entente\/neo4j\/data\. Move/,
    ],
  ])('tells %s with its remedy', (_, text, expected) => {
    expect(told(`${WELL}\n${text}`)).toMatch(expected);
    expect(faultIn(text, place, false)?.lasting).toBe(true);
  });

  it('takes a port that somebody else took for what passes', () => {
    const text = 'ERROR Failed to start Neo4j\nCaused by: java.net.BindException: Address already in use';
    expect(faultIn(text, place, true)).toMatchObject({ lasting: false });
  });

  it('names a Java that could not be run, whatever the reason was', () => {
    const text = '/opt/jdk/bin/java could not be run: spawn EACCES Permission denied';
    expect(told(text, true)).toMatch(/^\/opt\/jdk\/bin\/java could not be run\. .*JAVA_HOME/);
  });
});
