import { defineConfig } from 'vitest/config';

/** The tests that a change to the core is to fail: they are fast, and need neither a database nor a browser. */
export default defineConfig({
  test: {
    include: ['tests/server/core/**/*.test.ts', 'tests/client/state/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
