import { lazy, Suspense, useMemo } from 'react';
import { bandSwatch, ringSwatch } from '../../../server/core/looks/swatch.ts';
import { isPlain } from '../../../server/core/looks/weights.ts';
import { hasBands } from '../../../server/core/scene/bends.ts';
import { BAND, SELECTED } from '../../../server/core/scene/legend.ts';
import { useExplorerState } from '../common/context.ts';
import { Glyph } from '../common/glyph.tsx';
import { useShown } from '../picture/use-shown-graph.ts';

const DensityKey = lazy(() => import('./density-key.tsx').then((found) => ({ default: found.DensityKey })));

/** What bands and pale edges mean where there are any, and rings and paleness while something is selected or a path is shown. */
export function EmphasisKey() {
  const selected = useExplorerState(({ view }) => view.select !== undefined);
  const path = useExplorerState((state) => state.path?.found.state === 'ready');
  const { graph } = useShown();
  const banded = useMemo(() => hasBands(graph), [graph]);
  const plain = isPlain(graph);
  if (!selected && !path && !banded && !plain) return null;
  return (
    <div className="looks-key">
      <ul>
        {banded && (
          <li>
            <Glyph {...bandSwatch()} />
            <span className="title">
              {BAND.title}, {BAND.more}; click it to list them
            </span>
          </li>
        )}
        {plain && (
          <Suspense>
            <DensityKey />
          </Suspense>
        )}
        {selected && (
          <li>
            <Glyph {...ringSwatch('selected')} />
            <span className="title">
              {SELECTED.title}, {SELECTED.more}
            </span>
          </li>
        )}
        {(selected || path) && (
          <li>
            <Glyph {...ringSwatch('hovered')} />
            <span className="title">Pointed at or walked to, likewise</span>
          </li>
        )}
        {path && (
          <li>
            <span className="title">Strong lines: the path; all else is paler</span>
          </li>
        )}
      </ul>
    </div>
  );
}
