import { describe, expect, it } from 'vitest';
import { createKeptAnswers, jsonOf } from '../../../../server/api/graph/graph-answers.ts';

const never = new AbortController().signal;

describe('answers that are kept', () => {
  const asking = () => {
    const keep = createKeptAnswers();
    let reads = 0;
    const ask = (name: string, value: object, version = '1') =>
      keep(
        name,
        async () => {
          reads += 1;
          return { value, version };
        },
        jsonOf,
        never,
      );
    return { ask, reads: () => reads };
  };

  it('cost one reading, however many ask, at once and later', async () => {
    const { ask, reads } = asking();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('1 graph', { nodes: ['é'] })));
    answers.push(await ask('1 graph', { nodes: [] }));
    for (const { bytes } of answers) expect(Buffer.from(bytes ?? []).toString()).toBe('{"nodes":["é"]}');
    expect(reads()).toBe(1);
  });

  it('are read again for another version of the data, and are not kept where one came in between', async () => {
    const { ask, reads } = asking();
    await ask('1 graph', {}, '1');
    await ask('2 graph', {}, '2');
    expect(reads()).toBe(2);
    await ask('3 graph', {}, '4');
    await ask('3 graph', {}, '4');
    expect(reads()).toBe(4);
  });

  it('are given as they are and not kept where they are large', async () => {
    const { ask, reads } = asking();
    for (const value of [{ nodes: Array(5_001).fill(1) }, { text: 'x'.repeat(600_000) }]) {
      const { bytes, value: given } = await ask('1 graph', value);
      expect([bytes, given]).toEqual([undefined, value]);
    }
    expect(reads()).toBe(2);
  });

  it('are not kept when they fail', async () => {
    const keep = createKeptAnswers();
    const fail = () => Promise.reject(new Error('lost'));
    await expect(keep('1 graph', fail, jsonOf, never)).rejects.toThrow('lost');
    const { bytes } = await keep('1 graph', async () => ({ value: {}, version: '1' }), jsonOf, never);
    expect(bytes).toHaveLength(2);
  });
});
