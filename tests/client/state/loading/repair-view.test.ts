import { describe, expect, it } from 'vitest';
import { repairView } from '../../../../client/state/loading/repair-view.ts';
import type { GraphSchema } from '../../../../server/core/contract/schema.ts';
import { EntenteError } from '../../../../server/core/model/errors.ts';

const schema: GraphSchema = {
  labels: [{ label: 'Person', count: 1, properties: [] }],
  relationshipTypes: [{ type: 'KNOWS', sign: 0, count: 1, properties: [] }],
  modalities: [],
  confidences: [],
  sources: [{ key: 'report', caption: 'Report', count: 1 }],
  truncated: false,
};
const refused = new EntenteError('invalid_request', 'Refused.');

describe('a view that names what the data does not hold', () => {
  it('keeps what is there and tells what is gone', () => {
    const view = { label: ['Person', 'Robot'], type: ['HATES'], source: ['report'], seed: 3 };
    expect(repairView(view, refused, schema)).toEqual({
      view: { label: ['Person'], source: ['report'], seed: 3 },
      gone: ['Robot', 'HATES'],
    });
  });

  it('loses its focus, and the depth with it, only when none of the nodes is left', () => {
    const missing = new EntenteError('not_found', 'None.', { details: [{ path: 'b', message: 'is gone' }] });
    expect(repairView({ focus: ['a', 'b'], depth: 2 }, missing, schema)?.view).toEqual({
      focus: ['a'],
      depth: 2,
    });
    expect(repairView({ focus: ['b'], depth: 2 }, missing, schema)).toEqual({ view: {}, gone: ['b'] });
  });

  it('is left alone when it was refused for something else', () => {
    expect(repairView({ label: ['Person'], from: '2025' }, refused, schema)).toBeUndefined();
    expect(repairView({ label: ['Robot'] }, new TypeError('network'), schema)).toBeUndefined();
  });
});
