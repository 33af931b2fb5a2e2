import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../server/core/view/view.ts';
import { packView, unpackView } from '../../../server/pictures/packed-view.ts';
import { anyGraph } from '../core/layout/arbitrary.ts';

describe('a view that is handed to a thread', () => {
  it('is the same when it is taken out again, of the whole as of a part', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, anyGraph, fc.boolean(), async (loaded, other, isWhole) => {
        const base = isWhole ? other : loaded;
        const read = { view: { type: ['SUPPORTS'] } satisfies View, loaded, base, isWhole, isComplete: true };
        const packed = structuredClone(await packView(read));
        expect(await unpackView(packed)).toEqual(read);
      }),
      { numRuns: 50 },
    );
  });
});
