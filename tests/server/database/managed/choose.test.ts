import { describe, expect, it } from 'vitest';
import { EntenteError } from '../../../../server/contract/errors.ts';
import { chooseDatabase } from '../../../../server/database/managed/choose.ts';
import type { Java } from '../../../../server/database/managed/java.ts';

const java = (major: number): Java => ({
  home: `/jdk-${major}`,
  executable: `/jdk-${major}/bin/java`,
  major,
});
const nothing = { javas: [], isInstalled: () => false, hasMaven: false, dockerAnswers: async () => false };

function problem(given: Parameters<typeof chooseDatabase>[0]): Promise<string> {
  return chooseDatabase(given).then(
    () => expect.fail('A database was chosen.'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(EntenteError);
      return (error as EntenteError).message;
    },
  );
}

describe('choosing what to run the managed database with', () => {
  it.each([
    [[17], '5.26.28', 17],
    [[21], '2026.09.0', 21],
    [[17, 25], '2026.09.0', 25],
    [[11, 17], '5.26.28', 17],
  ])('takes, of Java %j, the newest Neo4j that one runs: %s on %i', async (majors, version, major) => {
    const choice = await chooseDatabase({ ...nothing, javas: majors.map(java), hasMaven: true });
    expect(choice).toMatchObject({ by: 'java', release: { version }, java: { major } });
  });

  it('stays with the version of the data', async () => {
    const given = { ...nothing, javas: [java(25), java(17)], storeVersion: '5.26.28', hasMaven: true };
    const choice = await chooseDatabase(given);
    expect(choice).toMatchObject({ release: { version: '5.26.28' }, java: { major: 17 } });
  });

  it('moves data forward when the setting asks for it, and never back', async () => {
    const javas = [java(25), java(17)];
    const forward = { ...nothing, javas, hasMaven: true, storeVersion: '5.26.28', wanted: '2026.09.0' };
    expect(await chooseDatabase(forward)).toMatchObject({ release: { version: '2026.09.0' } });
    const back = { ...nothing, javas, hasMaven: true, storeVersion: '2026.09.0', wanted: '5.26.28' };
    expect(await problem(back)).toMatch(/2026\.09\.0, which 5\.26\.28 cannot read.*ENTENTE_NEO4J_VERSION/);
  });

  it('says which Java the data need when only another is there', async () => {
    const given = { ...nothing, javas: [java(25)], storeVersion: '5.26.28', hasMaven: true };
    expect(await problem(given)).toMatch(/5\.26\.28 needs Java 17 or 21, and only Java 25 was found/);
  });

  it('needs no Maven for a version that was downloaded before', async () => {
    const given = { ...nothing, javas: [java(17)], isInstalled: () => true };
    expect(await chooseDatabase(given)).toMatchObject({ by: 'java', release: { version: '5.26.28' } });
  });

  it('takes Docker where there is no Java, or a Java without Maven', async () => {
    const docker = { ...nothing, dockerAnswers: async () => true };
    expect(await chooseDatabase(docker)).toMatchObject({ by: 'docker', release: { version: '2026.09.0' } });
    const withJava = { ...docker, javas: [java(17)] };
    expect(await chooseDatabase(withJava)).toMatchObject({ by: 'docker' });
  });

  it('says in one message what to install or set when there is nothing', async () => {
    const message = await problem(nothing);
    for (const word of ['no Java', 'Maven', 'JAVA_HOME', 'Docker', 'NEO4J_URI'])
      expect(message).toContain(word);
  });

  it('names Maven when it is all that is missing', async () => {
    expect(await problem({ ...nothing, javas: [java(21)] })).toMatch(/no Maven.*Install Maven/);
  });

  it('refuses a line of Neo4j that it does not know, naming the setting', async () => {
    expect(await problem({ ...nothing, wanted: '4.4.1' })).toContain('ENTENTE_NEO4J_VERSION');
  });
});
