import { expect, it } from 'vitest';
import { createPatience } from '../../../server/database/first-patience.ts';
import type { Statement } from '../../../server/statements/statement.ts';

const statement = (text: string): Statement => ({
  ...{ name: text, title: text, purpose: text, parameters: [], returns: '', text },
});

it('waits three times as long for what a database has not planned yet, and as usual once it was asked', () => {
  const plain = statement('RETURN 1 AS one');
  const patience = createPatience(100, [plain]);
  const heavy = statement('MATCH (n) RETURN n');
  expect([patience.timeoutOf(heavy, {}), patience.timeoutOf(heavy, { timeout: 7 })]).toEqual([300, 21]);
  patience.asked(statement(heavy.text));
  expect([patience.timeoutOf(heavy, {}), patience.timeoutOf(heavy, { timeout: 7 })]).toEqual([100, 7]);
  expect(patience.timeoutOf(plain, {})).toBe(100);
});
