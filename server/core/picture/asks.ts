import { change } from '../view/change.ts';
import type { View } from '../view/view.ts';

/** What nodes can be coloured by that the measures of alliances find. */
export type AllianceColour = 'camps' | 'blocs';

export function coloursByAlliance(colour: View['colour']): colour is AllianceColour {
  return colour === 'camps' || colour === 'blocs';
}

/** Whether a view draws or arranges nodes by what the measures of alliances find. */
export function asksAlliances({ colour, shape, layout, group }: View): boolean {
  const grouping = layout === 'groups' ? group : undefined;
  return [colour, shape, grouping].some((each) => coloursByAlliance(each as View['colour']));
}

/** A view that draws and arranges nodes otherwise. */
export function withoutAlliances(view: View): View {
  const { colour, shape, layout, group } = view;
  const grouped = layout === 'groups' && coloursByAlliance(group as View['colour']);
  return change(view, {
    ...(coloursByAlliance(colour) && { colour: undefined }),
    ...(coloursByAlliance(shape as View['colour']) && { shape: undefined }),
    ...(grouped && { layout: undefined, group: undefined }),
  });
}
