import type { Progress, Status } from '../../../server/core/contract/status.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { usePlace } from '../common/places.ts';
import { OpenButton } from '../open/open-button.tsx';

const PHASES: Readonly<Record<Progress['phase'], string>> = {
  'finding-java': 'Find Java',
  downloading: 'Download the database',
  starting: 'Start it',
  connecting: 'Connect',
  seeding: 'Load data',
};
const OWN: readonly Progress['phase'][] = ['finding-java', 'downloading', 'starting', 'seeding'];

/** What is being waited for until there is a graph, or why there will be none. */
export function Waiting() {
  const place = usePlace('stage');
  const status = useExplorerState((state) => state.status);
  const reachable = useExplorerState((state) => state.reachable);
  const { database } = status ?? {};
  return (
    <main
      className="page-note"
      id="stage"
      ref={place}
      tabIndex={-1}
      aria-busy={database?.state === 'starting'}
    >
      {reachable === false ? (
        <Unreachable />
      ) : database?.state === 'failed' || database?.state === 'lost' ? (
        <Problem database={database} />
      ) : (
        <Starting database={database} />
      )}
      <OpenInstead />
    </main>
  );
}

type Database = Status['database'];

function Starting({ database }: { database: Database | undefined }) {
  const progress = database?.progress;
  return (
    <>
      <h2>{database ? 'Getting the database ready' : 'Opening'}</h2>
      {database?.kind === 'managed' && <Steps now={progress?.phase} />}
      {database?.problem && <p className="problem">{database.problem}</p>}
      <p>{progress?.message ?? (database?.problem ? 'Trying again.' : 'One moment.')}</p>
      {progress && <Bar ratio={progress.ratio} label={PHASES[progress.phase]} />}
      <p className="muted">The graph will appear as soon as it can be read.</p>
    </>
  );
}

function Steps({ now }: { now: Progress['phase'] | undefined }) {
  const at = now ? OWN.indexOf(now) : -1;
  return (
    <ol className="steps">
      {OWN.map((phase, place) => (
        <li
          key={phase}
          data-state={place < at ? 'done' : place === at ? 'now' : 'later'}
          aria-current={place === at ? 'step' : undefined}
        >
          {PHASES[phase]}
          {place < at && <span className="unseen"> (done)</span>}
        </li>
      ))}
    </ol>
  );
}

function Bar({ ratio, label }: { ratio: number | undefined; label: string }) {
  return (
    <div className="progress">
      <progress aria-label={label} {...(ratio !== undefined && { value: ratio })} max={1} />
      {ratio !== undefined && <span className="count">{Math.round(ratio * 100)} %</span>}
    </div>
  );
}

function Problem({ database }: { database: Database }) {
  const { actions } = useExplorer();
  return (
    <>
      <h2>
        {database.state === 'lost'
          ? 'The database does not answer'
          : database.kind === 'configured'
            ? 'The database cannot be used'
            : 'The database could not be started'}
      </h2>
      <p className="problem">{database.problem ?? 'No reason was given; the server’s log may have one.'}</p>
      <p className="muted">
        {database.progress
          ? `Trying again: ${database.progress.message}.`
          : 'Entente keeps trying, and this page continues as soon as the database is back.'}
      </p>
      <button type="button" className="button" onClick={actions.retry}>
        Try again
      </button>
    </>
  );
}

function Unreachable() {
  const { actions } = useExplorer();
  return (
    <>
      <h2>The server does not answer</h2>
      <p>It may have been stopped. Start it again where it was running:</p>
      <pre>
        <code>npm start</code>
      </pre>
      <p className="muted">This page continues as soon as it is back.</p>
      <button type="button" className="button" onClick={actions.retry}>
        Try again
      </button>
    </>
  );
}

/** A database that answers and holds nothing. */
export function Empty() {
  const place = usePlace('stage');
  const status = useExplorerState((state) => state.status);
  const { product, version } = status?.database ?? {};
  return (
    <main className="page-note" id="stage" ref={place} tabIndex={-1}>
      <h2>The database is empty</h2>
      <p>
        {[product, version].filter(Boolean).join(' ') || 'The database'} is running but contains no nodes yet.
        {status?.seedCommand && ' This command fills it:'}
      </p>
      {status?.seedCommand && (
        <pre>
          <code>{status.seedCommand}</code>
        </pre>
      )}
      {status?.database.kind === 'configured' && (
        <p>
          If it should hold something, its user may lack the right to read it: see to the roles of the one
          that NEO4J_USERNAME names, or name another.
        </p>
      )}
      <p className="muted">The graph will appear as soon as there is one.</p>
      <OpenInstead />
    </main>
  );
}

/** Files are read by the page itself, for which it needs no database. */
function OpenInstead() {
  return (
    <div className="open-instead">
      <p>A file of your own needs no database: it is read in this browser, and nothing is uploaded.</p>
      <OpenButton />
    </div>
  );
}
