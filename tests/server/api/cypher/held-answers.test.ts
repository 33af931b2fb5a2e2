import { describe, expect, it } from 'vitest';
import { createHeldAnswers } from '../../../../server/api/cypher/held-answers.ts';

function opened(most: number) {
  const left: string[] = [];
  const answers = createHeldAnswers(most);
  const open = (name: string, address: string) => answers.open(address, () => left.push(name));
  return { left, answers, open };
}

describe('answers that are held until their clients have read them', () => {
  it('take no more room than there is: who reads most slowly of most is let go for others', () => {
    const { left, answers, open } = opened(100);
    for (const [name, address] of [
      ['small', 'b'],
      ['first', 'a'],
      ['second', 'a'],
    ] as const) {
      const answer = open(name, address);
      answer.take(name === 'small' ? 20 : 40);
      answer.write();
    }
    expect(answers.bytes()).toBe(100);
    const next = open('next', 'c');
    next.take(30);
    expect([left, answers.bytes()]).toEqual([['first'], 90]);
    next.take(40);
    expect([left, answers.bytes()]).toEqual([['first', 'second'], 90]);
  });

  it('give their room back as they are read, and when they are closed', () => {
    const { left, answers, open } = opened(100);
    const read = open('read', 'a');
    read.take(90);
    read.write();
    read.give(60);
    const other = open('other', 'b');
    other.take(70);
    expect([left, answers.bytes()]).toEqual([[], 100]);
    read.close();
    read.give(30);
    other.close();
    other.close();
    expect(answers.bytes()).toBe(0);
  });

  it('are refused while all that are held are still being gathered', () => {
    const { left, open } = opened(100);
    const first = open('first', 'a');
    first.take(60);
    const second = open('second', 'a');
    expect(() => second.take(60)).toThrow(expect.objectContaining({ code: 'overloaded' }));
    first.write();
    second.take(60);
    expect(left).toEqual(['first']);
    expect(() => first.take(1)).toThrow(expect.objectContaining({ code: 'overloaded' }));
  });
});
