import { describe, expect, it } from 'vitest';
import type { DatabaseSource } from '../../../../server/api/http/services.ts';
import { type Place, withoutPlaces } from '../../../../server/api/http/without-places.ts';
import { EntenteError } from '../../../../server/core/model/errors.ts';
import { fileFault } from '../../../../server/database/errors/file-faults.ts';

const PLACES: Place[] = [
  ['/srv/ann', '~'],
  ['/srv/ann/entente/.entente', 'ENTENTE_DATA_FOLDER'],
];

function sourceOf(problem: string): DatabaseSource {
  return {
    status: () => ({
      state: 'failed',
      kind: 'managed',
      problem,
      progress: { phase: 'starting', message: problem },
    }),
    database: () => {
      throw new EntenteError('database_not_ready', problem, { lasting: true });
    },
  };
}

describe('what strangers are told of the database', () => {
  it.each([
    [
      'Its log: /srv/ann/entente/.entente/neo4j/logs/neo4j.log',
      'Its log: ENTENTE_DATA_FOLDER/neo4j/logs/neo4j.log',
    ],
    [
      '/srv/ann/elsewhere cannot be used: it does not exist.',
      '~/elsewhere cannot be used: it does not exist.',
    ],
    ['/opt/java 17 is unfit', '…/java 17 is unfit'],
    ['Java at /usr/lib/jvm/java-8/bin/java is too old.', 'Java at …/java is too old.'],
    ['The disk of C:\\Users\\ann\\data is full.', 'The disk of …/data is full.'],
    [
      'Get one from https://adoptium.net/temurin/releases.',
      'Get one from https://adoptium.net/temurin/releases.',
    ],
    ['neo4j://the.database and/or 1/2 stay.', 'neo4j://the.database and/or 1/2 stay.'],
  ])('does not tell where on the machine: %s', (problem, told) => {
    const source = withoutPlaces(sourceOf(problem), PLACES);
    expect(source.status()).toMatchObject({ problem: told, progress: { message: told } });
    expect(() => source.database()).toThrow(expect.objectContaining({ message: told, lasting: true }));
  });

  it('tells no more of a fault of the file system', () => {
    const fault = fileFault(
      Object.assign(new Error('no'), { code: 'EACCES', path: '/srv/ann/entente/.entente/owner.lock' }),
      '/srv',
    ) as EntenteError;
    const { problem } = withoutPlaces(sourceOf(fault.message), PLACES).status();
    expect(problem).toMatch(/^ENTENTE_DATA_FOLDER\/owner.lock cannot be used: this user has no right to it/);
  });
});
