import { lazy, Suspense } from 'react';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { groupingOf } from '../../../server/core/picture/groups.ts';
import { colourMeaning } from '../../../server/core/picture/meanings.ts';
import { asksAlliances, measuresOf } from '../../../server/core/picture/measures-asked-for.ts';
import { number } from '../../../server/core/words/words.ts';
import { useExplorer, useExplorerState, useViewButCamera } from '../common/context.ts';
import { NodeGlyph } from '../common/glyph.tsx';
import { LayoutKey } from './layout-key.tsx';
import { Meaning } from './meaning.tsx';
import { ShapeKey, SizeKey, WidthKey } from './shape-key.tsx';

const ColourNote = lazy(() =>
  import('../alliances/colour-note.tsx').then((found) => ({ default: found.ColourNote })),
);

/** What places, size and colour of nodes mean in this picture, where it is not the usual. */
export function LooksKey() {
  const { size = 'degree', colour, shape, width } = useViewButCamera();
  const layout = useExplorerState((state) => state.view.layout ?? 'force');
  const places = layout === 'hierarchy' || layout === 'groups';
  const asks = useExplorerState(({ view }) => asksAlliances(view));
  const usual = size === 'degree' && colour === undefined && shape === undefined && width === undefined;
  if (usual && !places) return null;
  return (
    <div className="looks-key">
      {places && <LayoutKey />}
      <SizeKey />
      <ColourKey />
      <ShapeKey />
      <WidthKey />
      <Suspense>{asks && <ColourNote />}</Suspense>
      <Measuring />
    </div>
  );
}

function ColourKey() {
  const { actions } = useExplorer();
  const colour = useExplorerState((state) => state.view.colour);
  const { key } = useExplorerState(nodeLooks);
  if (colour === undefined) return null;
  const { title: meant, says } = colourMeaning(colour);
  return (
    <>
      <Meaning look="Colour" title={meant} usual="Usual colours" lift={() => actions.setColour(undefined)}>
        {says}
      </Meaning>
      {key.length > 0 && (
        <ul>
          {key.map(({ fill, title, count }) => (
            <li key={title}>
              <NodeGlyph shape="circle" fill={fill} />
              <span className="title">{title}</span>
              <span className="count">{number(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
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
