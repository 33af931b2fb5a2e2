import { describe, expect, it } from 'vitest';
import { readImportRequest } from '../../../seed/import/request.ts';
import { setIdOf } from '../../../server/core/reading/stored.ts';

function faultOf(...args: string[]): string {
  try {
    readImportRequest(args);
  } catch (error) {
    return (error as { details: { path: string; message: string }[] }).details
      .map(({ path, message }) => `${path} ${message}`)
      .join();
  }
  return 'none';
}

describe('the importing command', () => {
  it('takes files and options', () => {
    expect(
      readImportRequest(['a.csv', 'b.csv', '--set', 'mine', '--missing', 'make', '--dry-run', '--json']),
    ).toEqual({
      ...{ files: ['a.csv', 'b.csv'], prefix: '', set: 'mine', missing: 'make', dryRun: true, json: true },
    });
    expect(readImportRequest(['--help'])).toBeUndefined();
  });

  it.each([
    [[], 'FILE is missing'],
    [['a.csv', '--set', 'My Set'], '--set is "My Set"'],
    [['a.csv', '--missing', 'guess'], '--missing is "guess"; it takes skip, make or stop.'],
    [['a.csv', '--encoding', 'klingon'], '--encoding is "klingon"'],
    [['a.csv', '--json'], '--json goes with --dry-run'],
    [['a.csv', '--nothing'], "Unknown option '--nothing'"],
  ])('refuses %j', (args, expected) => {
    expect(faultOf(...args)).toContain(expected);
  });

  it('names a set after its file', () => {
    expect(['UN votes.csv.gz', '/tmp/Élysée 2.gexf', '…'].map(setIdOf)).toEqual([
      'un-votes',
      'elysee-2',
      'imported',
    ]);
  });
});
