import { useMemo } from 'react';
import { bandSwatch, ringSwatch } from '../../../server/core/looks/swatch.ts';
import { hasBands } from '../../../server/core/scene/bends.ts';
import { BAND, SELECTED } from '../../../server/core/scene/legend.ts';
import { useExplorerState } from '../common/context.ts';
import { Glyph } from '../common/glyph.tsx';
import { useShown } from '../picture/use-shown-graph.ts';

/** What bands mean where there are any, and rings and paleness while something is selected or a path is shown. */
export function EmphasisKey() {
  const selected = useExplorerState(({ view }) => view.select !== undefined);
  const path = useExplorerState((state) => state.path?.found.state === 'ready');
  const { graph } = useShown();
  const banded = useMemo(() => hasBands(graph), [graph]);
  if (!selected && !path && !banded) return null;
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
