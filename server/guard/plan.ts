import type { PlanNode } from '../core/contract/cypher.ts';
import type { Explanation } from '../database/port.ts';
import { READING_OPERATORS, READING_PROCEDURES, REFUSED_OPERATORS } from './allowed.ts';
import { Refusal } from './refusal.ts';

/**
 * Judges a statement by the database's own plan: it must read, by operators that only read, and call only
 * procedures that only read.
 * @param procedures names that the operator of this installation allows besides
 * @throws Refusal naming the operator or procedure and how to ask instead
 */
export function checkPlan(explanation: Explanation, procedures: ReadonlySet<string>): void {
  walk(explanation.plan, procedures);
  if (explanation.queryType !== 'r')
    throw new Refusal('The statement changes something. Only statements that read are served here.');
}

function walk(node: PlanNode, procedures: ReadonlySet<string>): void {
  const operator = node.operator.replace(/\(.*$/, '');
  if (!READING_OPERATORS.has(operator)) {
    const reason = REFUSED_OPERATORS[operator] ?? 'is not among those known to only read';
    throw new Refusal(`The statement is not run: its step ${node.operator} ${reason}.`);
  }
  if (operator === 'ProcedureCall') checkProcedure(node.details, procedures);
  for (const child of node.children) walk(child, procedures);
}

/** @param details such as `db.labels() :: (label :: STRING)` */
function checkProcedure(details: string, procedures: ReadonlySet<string>): void {
  const name = details.slice(0, details.indexOf('(')).replaceAll('`', '').trim();
  if (READING_PROCEDURES.has(name) || procedures.has(name)) return;
  const known = [...READING_PROCEDURES].join(', ');
  throw new Refusal(`The procedure ${name || '(unnamed)'} may not be called here; these may: ${known}.`);
}
