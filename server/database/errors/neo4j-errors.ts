import { Neo4jError } from 'neo4j-driver';
import { EntenteError } from '../../core/model/errors.ts';
import { discreet } from './discreet.ts';

const UNREACHABLE = new Set(['ServiceUnavailable', 'SessionExpired', 'N/A']);

/** What the driver says when all its connections are in use; it has no code of its own for that. */
const BUSY = /^Connection acquisition timed out|[Pp]ool (is )?full/;

/** What a driver failure means to the product, as its one error type. */
export function toEntenteError(cause: unknown): EntenteError {
  if (cause instanceof EntenteError) return cause;
  if (!(cause instanceof Neo4jError)) {
    return new EntenteError('internal', discreet(messageOf(cause)), { cause });
  }
  const { code } = cause;
  const message = discreet(cause.message);
  if (code.includes('TransactionTimedOut') || code.includes('Terminated')) {
    return new EntenteError('timeout', 'The database took longer than the time limit. Ask for less.', {
      cause,
    });
  }
  if (code.startsWith('Neo.ClientError.Security.')) {
    const remedy = 'Check NEO4J_USERNAME and NEO4J_PASSWORD, and for the workbench NEO4J_READ_USERNAME too.';
    return new EntenteError('database_not_ready', `The database refused the sign-in: ${message} ${remedy}`, {
      cause,
    });
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return new EntenteError('database_not_ready', `${message} Check NEO4J_DATABASE.`, { cause });
  }
  if (code.includes('ConstraintValidationFailed')) {
    return new EntenteError('invalid_request', `The database already holds that id: ${message}`, { cause });
  }
  if (code.includes('MemoryPoolOutOfMemory')) {
    return new EntenteError('too_long', 'The answer needs more memory than is allowed. Ask for less.', {
      cause,
    });
  }
  if (BUSY.test(message) || code.includes('MaximumTransactionLimitReached')) {
    const told = 'More is asked of the database at this moment than it can answer. Ask again in a moment.';
    return new EntenteError('overloaded', told, { cause });
  }
  if (UNREACHABLE.has(code) || code.includes('DatabaseUnavailable') || code.includes('NotALeader')) {
    return new EntenteError('database_not_ready', 'The database is out of reach. Try again in a moment.', {
      cause,
    });
  }
  return new EntenteError('internal', message, { cause });
}

/** Whether the same read may succeed if asked again at once, as after a change of leader. */
export function isPassing(cause: unknown): boolean {
  return cause instanceof Neo4jError && cause.retriable;
}

/** Whether a constraint or index is refused because just such a one is there. */
export function isAlreadyDefined(cause: unknown): boolean {
  return (
    cause instanceof Neo4jError &&
    /Schema\.(EquivalentSchemaRule|Index|Constraint)AlreadyExists$/.test(cause.code)
  );
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
