import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginHistory,
  recordStep,
  redoName,
  replaceStep,
  undoName,
  type ViewHistory,
  walkTo,
} from '../../../../client/state/link/view-history.ts';
import type { View } from '../../../../server/core/view/view.ts';

const viewOf = (key: string): View => ({ select: [key] });
const names = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });

function recorded(steps: readonly string[]): ViewHistory {
  return steps.reduce((history, name) => recordStep(history, viewOf(name), name), beginHistory({}));
}

describe('the history of views', () => {
  it('names each step that undo takes back, and again each that redo brings', () => {
    fc.assert(
      fc.property(names, (steps) => {
        let history = recorded(steps);
        for (const name of [...steps].reverse()) {
          expect(undoName(history)).toBe(name);
          history = walkTo(history, history.at - 1, history.entries[history.at - 1]?.view ?? {});
          expect(redoName(history)).toBe(name);
        }
        expect(undoName(history)).toBeUndefined();
        expect(history.at).toBe(0);
      }),
    );
  });

  it('forgets what was undone once something else is done', () => {
    fc.assert(
      fc.property(names, fc.nat(), (steps, by) => {
        const at = by % (steps.length + 1);
        const history = recordStep(walkTo(recorded(steps), at, {}), viewOf('new'), 'new');
        expect(redoName(history)).toBeUndefined();
        expect(undoName(history)).toBe('new');
        expect(history.entries).toHaveLength(at + 2);
      }),
    );
  });

  it('keeps the name of a step whose camera moves', () => {
    const history = replaceStep(recorded(['hide 3 nodes']), { camera: { x: 1, y: 2, ratio: 1 } });
    expect(undoName(history)).toBe('hide 3 nodes');
  });

  it('goes on after the page is loaded anew, where earlier views are not known any more', () => {
    const history = beginHistory(viewOf('c'), 3, 'select C');
    expect(undoName(history)).toBe('select C');
    const back = walkTo(history, 1, viewOf('a'), 'select A');
    expect([undoName(back), redoName(back)]).toEqual(['select A', 'the next change']);
    expect(undoName(walkTo(back, 2, viewOf('b')))).toBe('the previous change');
  });
});
