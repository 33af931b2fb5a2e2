import { createContext, useContext } from 'react';

/** What the page can ask of the picture. Without a picture nothing happens. */
export interface Canvas {
  fit: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  focusOn: (key: string) => void;
}

const nothing = () => undefined;
export const NO_CANVAS: Canvas = { fit: nothing, zoomIn: nothing, zoomOut: nothing, focusOn: nothing };

export const CanvasContext = createContext<Canvas>(NO_CANVAS);

export function useCanvas(): Canvas {
  return useContext(CanvasContext);
}
