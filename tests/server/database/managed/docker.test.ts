import { expect, it } from 'vitest';
import { readPull } from '../../../../server/database/managed/docker.ts';

it('tells how much of an image has come, layer by layer', () => {
  const told: number[] = [];
  const read = readPull((ratio) => told.push(ratio));
  for (const line of [
    '5.26.28-community: Pulling from library/neo4j',
    '0123456789ab: Already exists',
    'aaaaaaaaaaaa: Pulling fs layer',
    'bbbbbbbbbbbb: Pulling fs layer',
    'cccccccccccc: Pulling fs layer',
    'aaaaaaaaaaaa: Waiting',
    'bbbbbbbbbbbb: Verifying Checksum',
    'bbbbbbbbbbbb: Download complete',
    'bbbbbbbbbbbb: Pull complete',
    'cccccccccccc: Download complete',
    'aaaaaaaaaaaa: Download complete',
    'Digest: sha256:0123',
    'Status: Downloaded newer image for neo4j:5.26.28-community',
  ])
    read(line);
  expect(told).toEqual([1 / 3, 2 / 3, 1]);
});
