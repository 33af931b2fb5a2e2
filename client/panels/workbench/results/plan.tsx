// biome-ignore-all lint/a11y/useSemanticElements: HTML has no tree
import { type KeyboardEvent, useEffect } from 'react';
import type { PlanNode } from '../../../../server/core/contract/cypher.ts';
import { number } from '../../../../server/core/words/words.ts';
import { useWorkbench, useWorkbenchState } from '../context.ts';

/** The plan as a tree; without costs until the statement is profiled. */
export function Plan() {
  const { explainPlan, run } = useWorkbench();
  const plan = useWorkbenchState((state) => state.plan);
  const busy = useWorkbenchState((state) => state.run?.state === 'running');
  useEffect(() => {
    if (plan.state === 'idle' && !busy) void explainPlan();
  }, [plan.state, busy, explainPlan]);
  if (plan.state === 'failed') return <p className="result-note problem">{plan.message}</p>;
  if (plan.state !== 'ready') return <p className="result-note">Asking the database for its plan…</p>;
  const all = flat(plan.value);
  const profiled = all.some(({ dbHits }) => dbHits !== undefined);
  const hits = all.reduce((sum, { dbHits = 0 }) => sum + dbHits, 0);
  return (
    <div className="plan">
      <p className="plan-head">
        {profiled
          ? `Profiled: ${number(hits)} database hits in total. The widest bars are where the work is.`
          : 'The plan, without running the statement; rows are estimates.'}
        <button type="button" className="button" onClick={() => void run('profile')}>
          Profile: run and measure
        </button>
      </p>
      <div role="tree" aria-label="Plan of the statement" onKeyDown={walk}>
        <Step node={plan.value} level={1} hits={hits} profiled={profiled} />
      </div>
    </div>
  );
}

interface StepProps {
  node: PlanNode;
  level: number;
  hits: number;
  profiled: boolean;
}

function Step({ node, level, hits, profiled }: StepProps) {
  const { operator, details, estimatedRows, rows, dbHits = 0, children } = node;
  const share = hits > 0 ? dbHits / hits : 0;
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-expanded={children.length > 0 || undefined}
      tabIndex={level === 1 ? 0 : -1}
    >
      <div className="plan-step">
        <strong>{operator.replace(/@.*/, '')}</strong>
        <code>{details}</code>
        <span className="muted">
          {rows === undefined ? '' : `${number(rows)} rows`}
          {estimatedRows !== undefined && ` (about ${number(Math.round(estimatedRows))} expected)`}
        </span>
        {profiled && (
          <span className="plan-hits">
            <meter min={0} max={1} value={share} aria-label={`Share of the db hits of ${operator}`} />
            {number(dbHits)} db hits, {Math.round(share * 100)} %
          </span>
        )}
      </div>
      {children.length > 0 && (
        <div role="group" data-branches={children.length > 1}>
          {children.map((child, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a plan never changes its order
            <Step key={at} node={child} level={level + 1} hits={hits} profiled={profiled} />
          ))}
        </div>
      )}
    </div>
  );
}

function flat(node: PlanNode): PlanNode[] {
  return [node, ...node.children.flatMap(flat)];
}

/** Arrows, Home and End walk the steps. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const steps = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const at = steps.indexOf(document.activeElement as HTMLElement);
  const present = steps[at];
  const places: Record<string, HTMLElement | null | undefined> = {
    ArrowDown: steps[at + 1],
    ArrowUp: steps[at - 1],
    ArrowRight: present?.querySelector<HTMLElement>('[role=treeitem]'),
    ArrowLeft: present?.parentElement?.closest<HTMLElement>('[role=treeitem]'),
    Home: steps[0],
    End: steps.at(-1),
  };
  const next = Object.hasOwn(places, event.key) ? places[event.key] : undefined;
  if (!next) return;
  event.preventDefault();
  for (const step of steps) step.tabIndex = step === next ? 0 : -1;
  next.focus();
}
