import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSaved, type SavedQuery } from '../../../../client/state/workbench/saved.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const held = new Map<string, string>();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value) };
}
const query = (name: string, folder = ''): SavedQuery => ({ name, folder, text: `RETURN '${name}'` });
const names = (saved: ReturnType<typeof createSaved>) =>
  saved.store.getState().queries.map(({ name }) => name);

describe('saved queries', () => {
  it('survive a reload, each once by name and folder', () => {
    const kept = memory();
    const saved = createSaved(kept);
    saved.save(query('a'));
    saved.save(query('b', 'Alliances'));
    saved.save({ ...query('a'), text: 'RETURN 2' });
    saved.save(query('a', 'Alliances'));
    expect(createSaved(kept).store.getState().queries).toEqual([
      { name: 'a', folder: '', text: 'RETURN 2' },
      query('b', 'Alliances'),
      query('a', 'Alliances'),
    ]);
  });

  it('are put in order, and into the folder of the one that they are put before', () => {
    const saved = createSaved(undefined);
    for (const each of [query('a'), query('b', 'F'), query('c')]) saved.save(each);
    const [a, b, c] = saved.store.getState().queries;
    if (!a || !b || !c) throw new Error('Three were saved.');
    saved.move(c, b);
    expect(saved.store.getState().queries).toEqual([a, { ...c, folder: 'F' }, b]);
    saved.move(a, undefined);
    expect(names(saved)).toEqual(['c', 'b', 'a']);
    saved.remove(b);
    expect(names(saved)).toEqual(['c', 'a']);
  });

  it('are what they were after a file', () => {
    const word = fc.stringMatching(/^[a-z]{1,5}( [a-z]{1,5})?$/);
    const text = fc.constantFrom(
      "RETURN ';'",
      'RETURN 1 // one; two\nAS n',
      'MATCH (n:`;`)\nRETURN n /* ; */',
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: word, folder: fc.oneof(word, fc.constant('')), text })),
        (queries) => {
          const saved = createSaved(undefined);
          for (const each of queries) saved.save(each);
          const again = createSaved(undefined);
          expect(again.read(saved.write(), 'file')).toBe(saved.store.getState().queries.length);
          expect(again.store.getState().queries).toEqual(saved.store.getState().queries);
        },
      ),
    );
  });

  it('are read of files of the library, and of files without a name', () => {
    const saved = createSaved(undefined);
    saved.read('// Who is there?\n// @returns n\nMATCH (n) RETURN n', 'who');
    saved.read('RETURN 1; RETURN 2', 'numbers');
    expect(names(saved)).toEqual(['Who is there?', 'numbers 1', 'numbers 2']);
  });

  it('need a name and a statement, and do not outgrow what the browser remembers', () => {
    const saved = createSaved(undefined);
    expect(() => saved.save(query(' '))).toThrow('name');
    expect(() => saved.save({ ...query('a'), text: ' ' })).toThrow('statement');
    expect(() => saved.save({ ...query('a'), text: 'x'.repeat(2_000_000) })).toThrow('room');
    expect(names(saved)).toEqual([]);
  });
});
