import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { groupingOf } from '../../../server/core/picture/groups.ts';
import { colourMeaning, groupingMeaning, sizeMeaning } from '../../../server/core/picture/meanings.ts';
import { areGroups, nodeValues, valueTitle } from '../../../server/core/picture/node-values.ts';
import type { PictureState } from '../../../server/core/picture/state.ts';
import type { Measure } from './table.ts';

/** What the table of nodes says elsewhere already. */
const TOLD: readonly (string | undefined)[] = [undefined, 'same', 'degree', 'label'];

/** What size, colour, shape and places of nodes mean in a view, as far as it is found. */
export function measuresShown(state: PictureState): Measure[] {
  const { size, colour, shape } = state.view;
  const group = groupingOf(state.view);
  const named = new Map([
    [size, () => sizeMeaning(size).title],
    [colour, () => colourMeaning(colour).title],
    [shape, () => colourMeaning(shape).title],
    [group, () => (group ? groupingMeaning(group).title : '')],
  ]);
  return [...named].flatMap(([name, title]) => {
    const values =
      name === undefined || TOLD.includes(name) ? undefined : nodeValues(state, shownGraph(state), name);
    if (name === undefined || !values) return [];
    return [
      {
        title: title(),
        values,
        areCategories: areGroups(name),
        named: (value, digits) => valueTitle(name, value, digits),
      },
    ];
  });
}
