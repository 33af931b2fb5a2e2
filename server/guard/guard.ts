import type { CypherNotification, PlanNode } from '../core/contract/cypher.ts';
import type { Database } from '../database/port.ts';
import type { CypherLimits } from './limits.ts';
import { checkPlan } from './plan.ts';
import { checkText, checkValues } from './syntax/text.ts';
import { Verdicts } from './verdicts.ts';

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

/** A guard that remembers its verdicts by the exact text, for as long as the database is the same one. */
export function createGuard(limits: CypherLimits): Guard {
  const remembered = new WeakMap<Database, Verdicts<Admitted>>();
  const procedures = new Set(limits.procedures);

  return {
    async admit(database, statement, parameters, options) {
      // Each time anew: what was read of a text takes a hundred times its room, and reading it hardly any time.
      const syntax = checkText(statement, limits);
      // Before planning too: what the values rule out need not be planned.
      checkValues(syntax, parameters);
      const verdicts = remembered.get(database) ?? new Verdicts<Admitted>();
      remembered.set(database, verdicts);
      const known = verdicts.get(statement);
      if (known) return known;
      const explanation = await database.explain(statement, { timeout: limits.planTimeout, ...options });
      checkPlan(explanation, procedures);
      const { plan, notifications } = explanation;
      verdicts.set(statement, { plan, notifications });
      return { plan, notifications };
    },
  };
}
