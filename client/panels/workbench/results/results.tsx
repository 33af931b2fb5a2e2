import { useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useStore } from 'zustand';
import type { ResultView } from '../../../../server/core/contract/workbench-link.ts';
import type { TypedValue } from '../../../../server/core/model/typed-value.ts';
import type { Run } from '../../../state/workbench/run.ts';
import { useMedia } from '../../common/media.ts';
import { useWorkbench, useWorkbenchState } from '../context.ts';
import { ElementDetails } from './details.tsx';
import { Downloads } from './downloads.tsx';
import { createElementFinder } from './find-element.ts';
import { Plan } from './plan.tsx';
import { RawJson } from './raw-json.tsx';
import { ResultGraph } from './result-graph.tsx';
import { ResultSummary } from './result-summary.tsx';
import { ResultTable } from './result-table.tsx';
import { RunList } from './run-list.tsx';

const TITLES: Readonly<Record<ResultView, string>> = {
  graph: 'Graph',
  table: 'Table',
  both: 'Graph and table',
  plan: 'Plan',
  json: 'JSON',
};
const WIDE = '(min-width: 1100px)';
type Element = Extract<TypedValue, { $type: 'Node' | 'Relationship' }>;

/** The answer: what it is, in four ways that need no second run. */
export function Results() {
  const run = useWorkbenchState((state) => state.run);
  const { setView } = useWorkbench();
  const asked = useWorkbenchState((state) => state.view);
  const wide = useMedia(WIDE);
  const hasGraph = (run?.outcome?.graph.nodes.length ?? 0) > 0;
  const planOnly = useWorkbenchState(({ plan, run: now }) => !now && plan.state !== 'idle');
  if (!run && !planOnly) return <Nothing />;
  const unanswered = run?.problem && run.count === 0;
  if (unanswered)
    return (
      <section className="results nothing" aria-label="Answer">
        <RunList />
      </section>
    );
  const usual: ResultView = hasGraph ? (wide ? 'both' : 'graph') : 'table';
  const fitting = asked === 'both' && !wide ? 'graph' : asked;
  const view = run ? (fitting ?? usual) : 'plan';
  const views = (Object.keys(TITLES) as ResultView[]).filter((key) => key !== 'both' || wide);
  return (
    <section className="results" aria-label="Answer">
      <RunList />
      <Tabs className="tabs" selectedKey={view} onSelectionChange={(key) => setView(key as ResultView)}>
        <div className="table-head">
          <TabList className="tab-list" aria-label="Ways to view the answer">
            {views.map((key) => (
              <Tab key={key} id={key}>
                {TITLES[key]}
              </Tab>
            ))}
          </TabList>
          {run && <Downloads run={run} />}
        </div>
        {views.map((key) => (
          <TabPanel key={key} id={key} className="tab-panel">
            {key === 'plan' ? (
              <Plan />
            ) : key === 'json' ? (
              run && <RawJson run={run} />
            ) : (
              run && <Parts run={run} graph={key !== 'table' && hasGraph} table={key !== 'graph'} />
            )}
            {key === 'graph' && run && run.state !== 'running' && !hasGraph && (
              <p className="result-note">The answer holds no nodes; look at it as a table.</p>
            )}
          </TabPanel>
        ))}
      </Tabs>
      {run && <ResultSummary run={run} />}
    </section>
  );
}

function Nothing() {
  return (
    <section className="results nothing" aria-label="Answer">
      <div className="result-note">
        <h2>Ask the graph</h2>
        <p>Choose a question from the list, or write one in Cypher. It runs when you ask and only reads.</p>
      </div>
    </section>
  );
}

/** Graph and table side by side or alone, and the details of what was chosen in either. */
function Parts({ run, graph, table }: { run: Run; graph: boolean; table: boolean }) {
  const { result } = useWorkbench();
  const [opened, setOpened] = useState<Element>();
  const [row, setRow] = useState<number>();
  const selected = useStore(result.store, (state) => state.view.select);
  useEffect(() => {
    const only = selected?.length === 1 ? selected[0] : undefined;
    const find = createElementFinder(run.rows, result);
    const found = only === undefined ? undefined : find(only);
    if (found) setOpened(found);
    const first = only === undefined ? undefined : result.rowsOf(only)[0];
    if (first !== undefined) setRow(first);
  }, [selected, run, result]);
  const open = (element: Element) => {
    setOpened(element);
    const key = result.keyOf(element);
    if (key !== undefined) result.actions.select([key], { add: false });
  };
  const key = opened && result.keyOf(opened);
  return (
    <div className="parts" data-graph={graph} data-table={table}>
      {graph && <ResultGraph />}
      {table && <ResultTable run={run} open={open} goTo={row} chose={setRow} />}
      {opened && (
        <ElementDetails
          element={opened}
          rows={key === undefined ? [] : result.rowsOf(key)}
          goToRow={setRow}
          close={() => {
            setOpened(undefined);
            result.actions.clearSelection();
          }}
        />
      )}
    </div>
  );
}
