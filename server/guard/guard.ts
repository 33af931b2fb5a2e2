import type { CypherNotification, PlanNode } from '../core/contract/cypher.ts';
import type { Database } from '../database/port.ts';
import type { CypherLimits } from './limits.ts';
import { checkPlan } from './plan.ts';
import type { Syntax } from './syntax/syntax.ts';
import { checkText, checkValues } from './syntax/text.ts';

/** What the guard knows of a statement that it admits. */
export interface Admitted {
  plan: PlanNode;
  notifications: CypherNotification[];
}

export interface AdmitOptions {
  signal?: AbortSignal;
  /** By which the transaction of the planning is known in the database. */
  tag: string;
}

/** Decides whether a statement from anybody may be run. */
export interface Guard {
  /**
   * @throws Refusal saying what is refused and how to ask instead; EntenteError `invalid_request` for what the
   *   database cannot plan, `timeout` when planning takes too long
   */
  admit(
    database: Database,
    statement: string,
    parameters: Readonly<Record<string, unknown>>,
    options: AdmitOptions,
  ): Promise<Admitted>;
}

/** So many verdicts are remembered; the least recently asked goes first. */
const REMEMBERED = 1_000;

interface Verdict {
  syntax: Syntax;
  admitted: Admitted;
}

/** A guard that remembers its verdicts by the exact text, for as long as the database is the same one. */
export function createGuard(limits: CypherLimits): Guard {
  const verdicts = new WeakMap<Database, Map<string, Verdict>>();
  const procedures = new Set(limits.procedures);

  async function judge(
    database: Database,
    statement: string,
    parameters: Readonly<Record<string, unknown>>,
    options: AdmitOptions,
  ): Promise<Verdict> {
    const syntax = checkText(statement, limits);
    // Before planning too: what the values rule out need not be planned.
    checkValues(syntax, parameters);
    const explanation = await database.explain(statement, { timeout: limits.planTimeout, ...options });
    checkPlan(explanation, procedures);
    const { plan, notifications } = explanation;
    return { syntax, admitted: { plan, notifications } };
  }

  return {
    async admit(database, statement, parameters, options) {
      const known = verdicts.get(database) ?? new Map<string, Verdict>();
      verdicts.set(database, known);
      const former = known.get(statement);
      if (former) checkValues(former.syntax, parameters);
      const verdict = former ?? (await judge(database, statement, parameters, options));
      remember(known, statement, verdict);
      return verdict.admitted;
    },
  };
}

function remember(known: Map<string, Verdict>, statement: string, verdict: Verdict): void {
  known.delete(statement);
  known.set(statement, verdict);
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
}
