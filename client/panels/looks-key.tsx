import { lazy, Suspense } from 'react';
import { measuresOf } from '../state/centralities.ts';
import { groupingOf } from '../state/groups.ts';
import { colourMeaning, SIZES } from '../state/meanings.ts';
import { asksAlliances } from '../state/measures/asks.ts';
import { nodeLooks } from '../state/node-looks.ts';
import { number } from '../state/words.ts';
import { useExplorer, useExplorerState, useViewButCamera } from './context.ts';
import { LayoutKey } from './layout-key.tsx';
import { ShapeKey, WidthKey } from './shape-key.tsx';

const ColourNote = lazy(() =>
  import('./alliances/colour-note.tsx').then((found) => ({ default: found.ColourNote })),
);

/** What places, size and colour of nodes mean in this picture, where it is not the usual. */
export function LooksKey() {
  const { actions } = useExplorer();
  const { size = 'degree', colour, shape, width } = useViewButCamera();
  const { key } = useExplorerState(nodeLooks);
  const layout = useExplorerState((state) => state.view.layout ?? 'force');
  const places = layout === 'hierarchy' || layout === 'groups';
  const asks = useExplorerState(({ view }) => asksAlliances(view));
  const usual = size === 'degree' && colour === undefined && shape === undefined && width === undefined;
  if (usual && !places) return null;
  return (
    <div className="looks-key" data-coloured={colour !== undefined}>
      {places && <LayoutKey />}
      {size !== 'degree' && (
        <p>
          <strong>Size: {SIZES[size].title}.</strong> {SIZES[size].says}{' '}
          <button type="button" className="text-button" onClick={() => actions.setSize(undefined)}>
            Usual size
          </button>
        </p>
      )}
      {colour !== undefined && (
        <p>
          <strong>Colour: {colourMeaning(colour).title}.</strong> {colourMeaning(colour).says}{' '}
          <button type="button" className="text-button" onClick={() => actions.setColour(undefined)}>
            Usual colours
          </button>
        </p>
      )}
      <ShapeKey />
      <WidthKey />
      <Suspense>{asks && <ColourNote />}</Suspense>
      <Measuring />
      {key.length > 0 && (
        <ul>
          {key.map(({ fill, title, count }) => (
            <li key={title}>
              <span className="swatch" style={{ backgroundColor: `var(--palette-${fill})` }} />
              <span className="title">{title}</span>
              <span className="count">{number(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How far the measures are that the picture waits for, or what went wrong. */
function Measuring() {
  const { actions } = useExplorer();
  const view = useViewButCamera();
  const measurements = useExplorerState((state) => state.measurements);
  return measuresOf(view).map((name) => {
    const measurement = measurements[name];
    if (measurement?.found.state === 'failed') return <p key={name}>{measurement.found.message}</p>;
    if (measurement?.found.state !== 'loading') return null;
    const cancel = () => {
      if (view.size === name) actions.setSize(undefined);
      if (view.colour === name) actions.setColour(undefined);
      if (view.shape === name) actions.setShape(undefined);
      if (groupingOf(view) === name) actions.setLayout(undefined);
    };
    return (
      <p key={name} className="measuring">
        <label>
          Measuring… <progress {...(measurement.done > 0 && { value: measurement.done, max: 1 })} />
        </label>{' '}
        <button type="button" className="text-button" onClick={cancel}>
          Cancel
        </button>
      </p>
    );
  });
}
