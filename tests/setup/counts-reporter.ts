import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Ends a run with one line, `N passed, N failed`, in which the checks that ran before the tests, files that
 * could not be loaded and errors outside any test count too.
 */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const [checksPassed = 0, checksFailed = 0] = (process.env.ENTENTE_CHECKS ?? '').split(',').map(Number);
    const counts = { passed: checksPassed, failed: checksFailed + errors.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === 'pending' ? 'skipped' : state] += 1;
      }
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
  }
}
