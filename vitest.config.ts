import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What a test shares with others: an engine has one database, and a whole product takes the machine. */
const ALONE = /setup\/(engines|browser)\.ts'/;
const FAULTS = /^tests.faults/;

const files = readdirSync(join(import.meta.dirname, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => join('tests', file));
const faults = files.filter((file) => FAULTS.test(file));
const alone = files.filter((file) => !faults.includes(file) && ALONE.test(readFileSync(file, 'utf8')));

export default defineConfig({
  test: {
    reporters: ['default', './tests/setup/counts-reporter.ts'],
    projects: [
      {
        test: {
          name: 'side by side',
          include: files.filter((file) => !alone.includes(file) && !faults.includes(file)),
          sequence: { groupOrder: 0 },
          // Properties are tried a thousand times, which a busy machine takes seconds for.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'one by one',
          include: alone,
          globalSetup: './tests/setup/start-engines.ts',
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          // Where nobody can look again: a browser on a busy machine may be late. What was repeated is named.
          retry: process.env.CI === 'true' ? 2 : 0,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: faults,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          // A database is started in some, which a busy machine takes a minute for.
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
