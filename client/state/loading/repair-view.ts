import type { GraphSchema } from '../../../server/core/contract/schema.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { pushAll } from '../../../server/core/numbers/extremes.ts';
import { change } from '../../../server/core/view/change.ts';
import type { View } from '../../../server/core/view/view.ts';

/** A view that the data can show, and what it named that the data does not hold. */
export interface Repaired {
  view: View;
  gone: string[];
}

/**
 * What is left of a view whose graph was refused because it names a label, a relationship type, a source
 * or a node in focus that this data does not hold; `undefined` when it was refused for something else.
 */
export function repairView(view: View, cause: unknown, schema: GraphSchema): Repaired | undefined {
  if (!(cause instanceof EntenteError)) return undefined;
  const known = {
    label: new Set(schema.labels.map((each) => each.label)),
    type: new Set(schema.relationshipTypes.map((each) => each.type)),
    source: new Set(schema.sources.map((each) => each.key)),
  };
  const gone: string[] = [];
  const keep = (values: string[] | undefined, holds: (value: string) => boolean) => {
    pushAll(
      gone,
      (values ?? []).filter((value) => !holds(value)),
    );
    const kept = values?.filter(holds);
    return kept?.length ? kept : undefined;
  };
  const missing = cause.code === 'not_found' ? cause.details.map((each) => each.path) : [];
  const focus = keep(view.focus, (key) => !missing.includes(key));
  const left = change(view, {
    label: keep(view.label, (name) => known.label.has(name)),
    type: keep(view.type, (name) => known.type.has(name)),
    source: keep(view.source, (name) => known.source.has(name)),
    focus,
    depth: focus && view.depth,
  });
  return gone.length > 0 ? { view: left, gone } : undefined;
}
