import { isOfReport } from '../../../server/core/measures/registry.ts';
import { measuresInRules } from '../../../server/core/picture/measures-asked-for.ts';
import { change } from '../../../server/core/view/change.ts';
import { NO_RULES } from '../../../server/core/view/own/look-rule.ts';
import type { View } from '../../../server/core/view/view.ts';

/** A view that draws and arranges nodes by nothing that the measures of alliances find. */
export function withoutAlliances(view: View): View {
  const { colour, shape, layout, group, look } = view;
  const kept = look?.filter((rule) => !measuresInRules({ look: [rule] }).some(isOfReport));
  const grouped = layout === 'groups' && isOfReport(group);
  return change(view, {
    ...(isOfReport(colour) && { colour: undefined }),
    ...(isOfReport(shape) && { shape: undefined }),
    ...(kept && kept.length < (look?.length ?? 0) && { look: kept.length > 0 ? kept : [NO_RULES] }),
    ...(grouped && { layout: undefined, group: undefined }),
  });
}
