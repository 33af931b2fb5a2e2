import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { effectiveScheme } from '../../state/looks/colour-scheme.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { DARK, useMedia } from '../common/media.ts';
import { svgOf } from '../take-away/picture.ts';

/** The picture as it stands, where the browser has nothing left to draw a living one with; it follows what is shown. */
export function StandingPicture({ reason }: { reason: string }) {
  const { store, scheme } = useExplorer();
  const frame = useRef<HTMLDivElement>(null);
  const own = useStore(scheme, (state) => state.own);
  const systemDark = useMedia(DARK);
  const theme = useExplorerState((state) => effectiveScheme(state.view, own, systemDark));
  const [graph, positions, view, measurements, alliances] = [
    useExplorerState((state) => state.graph),
    useExplorerState((state) => state.positions),
    useExplorerState((state) => state.view),
    useExplorerState((state) => state.measurements),
    useExplorerState((state) => state.alliances),
  ];
  const size = useSize(frame);
  const svg = useMemo(() => {
    if (graph.state !== 'ready' || !size) return undefined;
    const choices = {
      ...size,
      theme,
      scale: 1,
      transparent: true,
      legend: false,
      caption: '',
      credit: false,
    };
    return svgOf({ ...store.getState(), graph, positions, view, measurements, alliances }, choices);
  }, [store, graph, positions, view, measurements, alliances, size, theme]);
  return (
    <div className="standing" ref={frame}>
      {svg && (
        <img
          src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
          alt="The graph; the table says the same."
        />
      )}
      <p className="standing-note" role="status">
        {reason}
      </p>
    </div>
  );
}

/** The size of an element in CSS pixels, once it is there. */
function useSize(element: { current: HTMLElement | null }) {
  const [size, setSize] = useState<{ width: number; height: number }>();
  useEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = observed;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
