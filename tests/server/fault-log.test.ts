import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFaultLog } from '../../server/fault-log.ts';

const FAULT = {
  level: 'error',
  message: 'It failed.',
  stack: 'Error: It failed.\n    at somewhere (/a/file.ts:1:1)',
};

it('keeps traces from the terminal, and has them in a file where there is a folder for it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-log-'));
  try {
    for (const at of [undefined, folder]) {
      const told: string[] = [];
      createFaultLog(at, (text) => told.push(text))(FAULT);
      expect(told.join('')).not.toMatch(/stack|file\.ts/);
      expect(JSON.parse(told.join(''))).toMatchObject({ message: 'It failed.' });
    }
    expect(JSON.parse(readFileSync(join(folder, 'faults.log'), 'utf8'))).toMatchObject(FAULT);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
