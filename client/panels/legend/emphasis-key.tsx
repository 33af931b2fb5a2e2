import { useMemo } from 'react';
import { bandSwatch, denseSwatch, ringSwatch } from '../../../server/core/looks/swatch.ts';
import { hasBands } from '../../../server/core/scene/bends.ts';
import { opacityOf } from '../../../server/core/scene/density.ts';
import { BAND, PALER, SELECTED } from '../../../server/core/scene/legend.ts';
import { useExplorerState } from '../common/context.ts';
import { Glyph } from '../common/glyph.tsx';
import { useShown } from '../picture/use-shown-graph.ts';

/** What bands and pale edges mean where there are any, and rings and paleness while something is selected or a path is shown. */
export function EmphasisKey() {
  const selected = useExplorerState(({ view }) => view.select !== undefined);
  const path = useExplorerState((state) => state.path?.found.state === 'ready');
  const { graph } = useShown();
  const positions = useExplorerState((state) => state.positions);
  const banded = useMemo(() => hasBands(graph), [graph]);
  const dense = useMemo(() => opacityOf(graph, positions) < 1, [graph, positions]);
  if (!selected && !path && !banded && !dense) return null;
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
        {dense && (
          <li>
            <Glyph {...denseSwatch()} />
            <span className="title">
              {PALER.title}, {PALER.more}
            </span>
          </li>
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
