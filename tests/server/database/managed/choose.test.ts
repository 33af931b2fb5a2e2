import { describe, expect, it } from 'vitest';
import { nothingToRunWith, pairOf, releaseFor, unfit } from '../../../../server/database/managed/choose.ts';
import type { Java } from '../../../../server/database/managed/java/java.ts';
import { releaseOf } from '../../../../server/database/managed/releases.ts';

const java = (major: number): Java => ({
  home: `/jdk-${major}`,
  executable: `/jdk-${major}/bin/java`,
  major,
});

describe('choosing what to run the managed database with', () => {
  it.each([
    [[17], '5.26.28', 17],
    [[21], '2026.09.0', 21],
    [[25], '2026.09.0', 25],
    [[17, 25], '2026.09.0', 25],
    [[11, 17], '5.26.28', 17],
  ])('takes, of Java %j, the newest Neo4j that one runs: %s on %i', (majors, version, major) => {
    expect(pairOf(undefined, majors.map(java))).toMatchObject({ release: { version }, java: { major } });
  });

  it('stays with the version of the data', () => {
    const release = releaseFor({ storeVersion: '5.26.28' });
    expect(pairOf(release, [java(25), java(17)])).toMatchObject({
      release: { version: '5.26.28' },
      java: { major: 17 },
    });
  });

  it('moves data forward when the setting asks for it, and never back', () => {
    expect(releaseFor({ storeVersion: '5.26.28', wanted: '2026.09.0' })).toMatchObject({
      version: '2026.09.0',
    });
    expect(() => releaseFor({ storeVersion: '2026.09.0', wanted: '5.26.28' })).toThrow(
      /2026\.09\.0, which 5\.26\.28 cannot read.*ENTENTE_NEO4J_VERSION/,
    );
  });

  it('names the Java that is there and does not do', () => {
    expect(pairOf(releaseOf('5.26.28'), [java(25)])).toBeUndefined();
    expect(unfit(releaseOf('5.26.28'), [java(25)])).toMatch(
      /needs Java 17 or 21, and only Java 25 was found/,
    );
    expect(unfit(undefined, [java(11)])).toBe('Java 11 cannot run Neo4j.');
  });

  it('says in one message what to install or set when there is nothing', () => {
    const error = nothingToRunWith(undefined, [], { offline: true, reasons: [] });
    for (const word of ['no Java', 'JAVA_HOME', 'Docker', 'ENTENTE_JAVA_MIRROR', 'NEO4J_URI', '--offline'])
      expect(error.message).toContain(word);
    expect(error.lasting).toBe(true);
  });

  it('takes publishers that could not be reached for what may pass, and says so', () => {
    const reasons = ['The publisher of Java 21 (Temurin) cannot be reached.'];
    const error = nothingToRunWith(undefined, [], { offline: false, reasons });
    expect(error.message).toContain(reasons[0]);
    expect(error.lasting).toBe(false);
  });

  it('refuses a line of Neo4j that it does not know, naming the setting', () => {
    expect(() => releaseFor({ wanted: '4.4.1' })).toThrow(/ENTENTE_NEO4J_VERSION/);
  });
});
