import { type RefObject, useLayoutEffect, useRef } from 'react';
import { usePlaces } from '../common/places.ts';

/**
 * Hands the keyboard on from the picture when a table comes to lie over it, which hides it: to the stage, from where the
 * table takes it once it is there. Who opened the table from elsewhere stays there.
 */
export function useHandedFocus(picture: RefObject<HTMLElement | null>, covered: boolean): void {
  const places = usePlaces();
  const before = useRef(covered);
  useLayoutEffect(() => {
    const opened = covered && !before.current;
    before.current = covered;
    const { activeElement, body } = document;
    // The palette, too, has let go of the keyboard by then.
    const isFree = activeElement === body || picture.current?.contains(activeElement);
    if (opened && isFree) places.focus('stage');
  }, [places, picture, covered]);
}
