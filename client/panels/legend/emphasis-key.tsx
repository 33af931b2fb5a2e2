import { ringSwatch } from '../../../server/core/looks/swatch.ts';
import { SELECTED } from '../../../server/core/scene/legend.ts';
import { useExplorerState } from '../common/context.ts';
import { Glyph } from '../common/glyph.tsx';

/** What rings and paleness mean, while something is selected or a path is shown. */
export function EmphasisKey() {
  const selected = useExplorerState(({ view }) => view.select !== undefined);
  const path = useExplorerState((state) => state.path?.found.state === 'ready');
  if (!selected && !path) return null;
  return (
    <div className="looks-key">
      <ul>
        {selected && (
          <li>
            <Glyph {...ringSwatch('selected')} />
            <span className="title">
              {SELECTED.title}, {SELECTED.more}
            </span>
          </li>
        )}
        <li>
          <Glyph {...ringSwatch('hovered')} />
          <span className="title">Pointed at or walked to, likewise</span>
        </li>
        {path && (
          <li>
            <span className="title">Strong lines: the path; all else is paler</span>
          </li>
        )}
      </ul>
    </div>
  );
}
