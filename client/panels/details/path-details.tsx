import { useState } from 'react';
import type { PathsAnswer } from '../../../server/core/contract/answers.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { typeInWords } from '../../../server/core/words/words.ts';
import { nodesOnPaths } from '../../state/commands/path-commands.ts';
import { MOST_FOCUSED } from '../../state/link/view-changes.ts';
import { captionOf } from '../../state/selection/captions.ts';
import { pathsInWords, type Route, routesOf, sentencesOf } from '../../state/selection/path-words.ts';
import type { ExplorerState } from '../../state/store.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { LineOf } from '../common/glyph.tsx';
import { NodeButton } from './node-button.tsx';
import { EvidenceButton } from './relations.tsx';

/** The path that is shown: told in words, and step by step down to the evidence. */
export function PathDetails() {
  const { actions } = useExplorer();
  const path = useExplorerState((state) => state.path);
  if (!path) return null;
  const { from, to, all, found } = path;
  return (
    <section className="path-details" aria-labelledby="path-title">
      <header className="path-head">
        <h3 id="path-title">{all ? 'All shortest paths' : 'Shortest path'}</h3>
        <button type="button" className="text-button" onClick={actions.clearPath}>
          Clear<span className="unseen"> the path</span>
        </button>
      </header>
      {found.state === 'loading' && <p className="muted">Looking…</p>}
      {found.state === 'failed' && <p className="problem">{found.message}</p>}
      {found.state === 'ready' && <Found answer={found.value} from={from} to={to} all={all} />}
    </section>
  );
}

type Asked = Omit<NonNullable<ExplorerState['path']>, 'found'>;

function Found({ answer, ...asked }: Asked & { answer: PathsAnswer }) {
  const { actions, store } = useExplorer();
  const caption = (key: string) => captionOf(store.getState(), key);
  const routes = routesOf(answer);
  const [told = '', ...sentences] = pathsInWords(answer, asked, caption);
  const nodes = nodesOnPaths(store.getState());
  const [first] = routes;
  if (!first || asked.from === asked.to) return <p>{told}</p>;
  return (
    <>
      <p>
        {told} {routes.length === 1 && sentences.join(' ')}
      </p>
      {routes.length === 1 ? (
        <Steps route={first} answer={answer} />
      ) : (
        <Routes routes={routes} answer={answer} caption={caption} />
      )}
      <div className="tools">
        {(!asked.all || routes.length > 1) && (
          <button
            type="button"
            className="button"
            onClick={() => actions.findPath(asked.from, asked.to, !asked.all)}
          >
            {asked.all ? 'Show one shortest path' : 'Show all shortest paths'}
          </button>
        )}
        {nodes.length <= MOST_FOCUSED && (
          <button type="button" className="button" onClick={() => actions.showOnlyPath(nodes)}>
            {routes.length === 1 ? 'Show only this path' : 'Show only these paths'}
          </button>
        )}
      </div>
      <p className="muted">Regardless of direction, along the relationship types that pass the filter.</p>
    </>
  );
}

/** This many routes are told at once. */
const FIRST = 5;

interface RoutesProps {
  routes: readonly Route[];
  answer: PathsAnswer;
  caption: (key: string) => string;
}

function Routes({ routes, answer, caption }: RoutesProps) {
  const [whole, setWhole] = useState(false);
  const listed = whole ? routes : routes.slice(0, FIRST);
  return (
    <>
      <ol className="routes">
        {listed.map((route) => (
          <li key={route.nodes.join(' ')}>
            <details>
              <summary>{sentencesOf(route, caption).join(' ')}</summary>
              <Steps route={route} answer={answer} />
            </details>
          </li>
        ))}
      </ol>
      {routes.length > FIRST && (
        <button type="button" className="text-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show fewer' : `Show all ${routes.length}`}
        </button>
      )}
    </>
  );
}

function Steps({ route: { nodes, steps }, answer }: { route: Route; answer: PathsAnswer }) {
  const index = indexOf(answer.graph);
  return (
    <ol className="path">
      {nodes.map((key, at) => {
        const node = index.nodes.get(key);
        return (
          <li key={key}>
            {node && <NodeButton node={node} />}
            {steps[at]?.map((edge) => (
              <div className="path-step" key={edge.key}>
                <LineOf edge={edge} />
                <span>
                  {edge.source === key
                    ? typeInWords(edge.attributes.type)
                    : `← ${typeInWords(edge.attributes.type)}`}
                </span>
                <EvidenceButton edge={edge} label={`Evidence: ${typeInWords(edge.attributes.type)}`} />
              </div>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
