import { useMemo } from 'react';
import { denseSwatch } from '../../../server/core/looks/swatch.ts';
import { placesOf } from '../../../server/core/picture/picture-of.ts';
import { opacityOf } from '../../../server/core/scene/density.ts';
import { PALER } from '../../../server/core/scene/legend.ts';
import { useExplorerState } from '../common/context.ts';
import { Glyph } from '../common/glyph.tsx';
import { useShown } from '../picture/use-shown-graph.ts';

/** What it means that lines are paler, where they are. */
export function DensityKey() {
  const { graph } = useShown();
  const positions = useExplorerState((state) => state.positions);
  const pins = useExplorerState(({ view }) => view.pins);
  const dense = useMemo(
    () => opacityOf(graph, placesOf({ positions, view: { pins } })) < 1,
    [graph, positions, pins],
  );
  if (!dense) return null;
  return (
    <li>
      <Glyph {...denseSwatch()} />
      <span className="title">
        {PALER.title}, {PALER.more}
      </span>
    </li>
  );
}
