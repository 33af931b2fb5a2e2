import { createContext, type RefCallback, useCallback, useContext } from 'react';
import type { Insets } from '../../../server/core/geometry/frame.ts';
import type { Panel } from '../../state/panels.ts';

/** Places of the page that the keyboard is taken to from elsewhere. */
export type Place = 'stage' | 'picture' | 'table' | 'search' | Panel | `filter ${string}`;

/** The side of the stage that something lies over. */
export type Side = keyof Insets;

/** Where the places of a page are; each tells of itself, and nobody looks for another's elements. */
export interface Places {
  /** Says where a place is, and what of it takes the keyboard; gives what takes that back. */
  put(place: Place, element: HTMLElement, focus?: () => void): () => void;
  /** Takes the keyboard to the first of these places that is there and can be seen. */
  focus(...places: Place[]): void;
  /** Whether a place has the keyboard itself. */
  hasFocus(place: Place): boolean;
  /** Says that an element lies over the stage; gives what takes that back. */
  cover(side: Side, element: HTMLElement): () => void;
  /** What lies over the stage. */
  covers(): ReadonlyMap<HTMLElement, Side>;
  /** Tells once whatever has come or gone in one turn is there, or is not; gives what ends it. */
  onCovers(told: () => void): () => void;
}

/** The places of one page, none of which is there yet. */
export function createPlaces(): Places {
  const there = new Map<Place, { element: HTMLElement; focus: () => void }>();
  const covers = new Map<HTMLElement, Side>();
  const listeners = new Set<() => void>();
  let telling = false;
  const changed = () => {
    if (telling) return;
    telling = true;
    queueMicrotask(() => {
      telling = false;
      for (const told of listeners) told();
    });
  };
  return {
    put(place, element, focus = () => element.focus()) {
      const mine = { element, focus };
      there.set(place, mine);
      return () => void (there.get(place) === mine && there.delete(place));
    },
    focus(...places) {
      for (const place of places) {
        const found = there.get(place);
        if (found?.element.checkVisibility()) return found.focus();
      }
    },
    hasFocus: (place) => there.get(place)?.element === document.activeElement,
    cover(side, element) {
      covers.set(element, side);
      changed();
      return () => {
        covers.delete(element);
        changed();
      };
    },
    covers: () => covers,
    onCovers(told) {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
  };
}

export const PlacesContext = createContext<Places | undefined>(undefined);

/** The places of this page; throws outside of it. */
export function usePlaces(): Places {
  const places = useContext(PlacesContext);
  if (!places) throw new Error('There are no places round this component.');
  return places;
}

/**
 * A ref for the element of a place.
 *
 * @param inner What takes the keyboard within it, as a selector; the element itself where it is absent.
 */
export function usePlace(place: Place, inner?: string): RefCallback<HTMLElement> {
  const places = usePlaces();
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const focus =
        inner === undefined ? undefined : () => element.querySelector<HTMLElement>(inner)?.focus();
      return places.put(place, element, focus);
    },
    [places, place, inner],
  );
}

/**
 * A ref for an element that lies over the stage.
 *
 * @param side Undefined while it covers nothing worth avoiding.
 * @param also Another ref for the element.
 */
export function useCover(side: Side | undefined, also?: RefCallback<HTMLElement>): RefCallback<HTMLElement> {
  const places = usePlaces();
  return useCallback(
    (element: HTMLElement | null) => {
      const [back, alsoBack] = [element && side && places.cover(side, element), also?.(element)];
      return () => {
        back?.();
        alsoBack?.();
      };
    },
    [places, side, also],
  );
}

/** Takes the keyboard to the picture, or to what is there in its place. */
export function focusPicture(places: Places): void {
  places.focus('picture', 'table', 'stage');
}
