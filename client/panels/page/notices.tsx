import { type ReactNode, useState } from 'react';
import type { ErrorDetail } from '../../../server/core/model/errors.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { amount } from '../../../server/core/words/words.ts';
import { awayOf } from '../../state/loading/ask-again.ts';
import { isOfFile } from '../../state/opened/opened.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { OpenButton } from '../open/open-button.tsx';

/** At most this many lines of one kind are listed. */
const LISTED = 5;

/** What the reader should know and may dismiss; none of it stands in the way. */
export function Notices() {
  return (
    <div className="notices">
      <LinkProblems />
      <MissingKeys />
      <Trouble />
      <CutOff />
    </div>
  );
}

interface NoticeProps {
  tone: 'info' | 'warning' | 'error';
  title: string;
  dismiss?: () => void;
  children?: ReactNode;
}

function Notice({ tone, title, dismiss, children }: NoticeProps) {
  return (
    <section className="notice" data-tone={tone} aria-label={title}>
      <div>
        <p className="notice-title">{title}</p>
        {children}
      </div>
      {dismiss && (
        <button type="button" className="icon-button" aria-label={`Dismiss: ${title}`} onClick={dismiss}>
          <Icon name="close" />
        </button>
      )}
    </section>
  );
}

function Details({ details }: { details: readonly ErrorDetail[] }) {
  return (
    <ul>
      {details.slice(0, LISTED).map(({ path, message }) => (
        <li key={path + message}>
          <code>{path}</code> {message}
        </li>
      ))}
      {details.length > LISTED && <li>and {details.length - LISTED} more</li>}
    </ul>
  );
}

function LinkProblems() {
  const { actions } = useExplorer();
  const problems = useExplorerState((state) => state.linkProblems);
  if (problems.length === 0) return null;
  return (
    <Notice tone="warning" title="Part of this link could not be read" dismiss={actions.dismissProblems}>
      <Details details={problems} />
      <p className="muted">The rest of the view is as the link describes it.</p>
    </Notice>
  );
}

function MissingKeys() {
  const { actions } = useExplorer();
  const missing = useExplorerState((state) => state.missing);
  const snapshot = useExplorerState((state) => state.view.snapshot);
  if (!missing) return null;
  if (missing.otherSnapshot && isOfFile(snapshot)) return <FileNeeded />;
  const { otherSnapshot, keys } = missing;
  const title = otherSnapshot
    ? 'This view was made with different data'
    : 'This link names something the data do not contain';
  return (
    <Notice tone="warning" title={title} dismiss={actions.dismissMissing}>
      {keys.length === 0 && <p>Everything it names still exists; what it shows may have changed.</p>}
      {keys.length > 0 && (
        <p>
          {otherSnapshot ? 'No longer there: ' : 'Not found: '}
          {keys.slice(0, LISTED).join(', ')}
          {keys.length > LISTED && ` and ${keys.length - LISTED} more`}.
        </p>
      )}
    </Notice>
  );
}

/** A link to a view of a file that somebody has opened in their own browser. */
function FileNeeded() {
  const { actions } = useExplorer();
  return (
    <Notice tone="warning" title="This link is of a file" dismiss={actions.dismissMissing}>
      <p>Somebody opened it in their own browser. Open the same file to see what they saw.</p>
      <OpenButton />
    </Notice>
  );
}

function Trouble() {
  const { actions } = useExplorer();
  const shows = useExplorerState(({ graph }) => graph.state === 'ready');
  const status = useExplorerState((state) => state.status);
  const behind = useExplorerState((state) => state.behind);
  const reachable = useExplorerState((state) => state.reachable);
  const failed = useExplorerState(({ graph }) => (graph.state === 'failed' ? graph : undefined));
  const away = awayOf({ status, behind, reachable });
  if (shows && away)
    return (
      <Notice tone="error" title={away.title}>
        {away.why && <p>{away.why}</p>}
        <p>The page goes on from what it last read, and catches up as soon as there is an answer.</p>
      </Notice>
    );
  // The page's own words say why where it only waits.
  if (!failed || (status && status.database.state !== 'ready')) return null;
  return (
    <Notice tone="error" title="The graph could not be read">
      <p>{failed.message}</p>
      <Details details={failed.details} />
      <button type="button" className="button" onClick={actions.reload}>
        Try again
      </button>
    </Notice>
  );
}

function CutOff() {
  const shown = useExplorerState(shownGraph);
  const { truncated, total } = shown.attributes;
  const [dismissed, setDismissed] = useState<typeof total>();
  if (!truncated || dismissed === total) return null;
  const part = (now: number, all: number, word: string) =>
    now < all ? `${now.toLocaleString('en-GB')} of ${amount(all, word)}` : undefined;
  const parts = [
    part(shown.nodes.length, total.nodes, 'node'),
    part(shown.edges.length, total.edges, 'edge'),
  ].filter(Boolean);
  return (
    <Notice
      tone="info"
      title={`Showing ${parts.join(' and ') || 'a part'}`}
      dismiss={() => setDismissed(total)}
    >
      <p>
        The most connected nodes are shown. Narrow the graph by the legend or the dates, or search for a node
        and show its neighbourhood.
      </p>
    </Notice>
  );
}
