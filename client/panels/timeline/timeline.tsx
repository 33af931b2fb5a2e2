import { lazy, Suspense } from 'react';
import { dateInWords } from '../../../server/core/words/words.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { NARROW, useMedia } from '../common/media.ts';
import { Panel } from '../common/panel.tsx';
import { readySchema } from '../picture/use-shown-graph.ts';

const TimelineContent = lazy(() =>
  import('./timeline-content.tsx').then((found) => ({ default: found.TimelineContent })),
);

/** How many edges speak of each month, and the range of dates that is shown. */
export function Timeline() {
  const timeline = useExplorerState((state) => state.timeline);
  const schema = useExplorerState(readySchema);
  const narrow = useMedia(NARROW);
  // Data without any date leave its room to the picture; on a phone whoever asks for it is told.
  if (schema && !schema.dates && !narrow) return null;
  return (
    <Panel name="timeline" title="Timeline" aside={<Range />}>
      {timeline.state === 'ready' && (
        <Suspense fallback={<p className="muted">Loading…</p>}>
          <TimelineContent answer={timeline.value} />
        </Suspense>
      )}
      {timeline.state === 'failed' && <p className="problem">{timeline.message}</p>}
      {timeline.state === 'loading' && <p className="muted">Loading…</p>}
    </Panel>
  );
}

function Range() {
  const { actions } = useExplorer();
  const from = useExplorerState((state) => state.view.from);
  const to = useExplorerState((state) => state.view.to);
  if (!from && !to) return null;
  return (
    <>
      <span className="range">
        {from && from === to
          ? dateInWords(from)
          : `${from ? dateInWords(from) : 'the beginning'} – ${to ? dateInWords(to) : 'the end'}`}
      </span>
      <button type="button" className="text-button" onClick={() => actions.setRange(undefined, undefined)}>
        All dates
      </button>
    </>
  );
}
