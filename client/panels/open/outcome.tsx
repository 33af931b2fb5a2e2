import type { ErrorDetail } from '../../../server/core/model/errors.ts';
import { amount } from '../../../server/core/words/words.ts';
import type { Understood } from '../../workers/files.worker.ts';

/** What went wrong, with each place. */
export interface Faulty {
  message: string;
  details: readonly ErrorDetail[];
}

/** At most this many places are listed. */
const LISTED = 8;

/** What becomes of files as they are read now. */
export function Outcome({ understood }: { understood: Understood }) {
  const { nodes, edges, signs, skipped, warnings } = understood;
  const signed = [
    signs.positive > 0 && `${signs.positive.toLocaleString('en-GB')} of support`,
    signs.negative > 0 && `${signs.negative.toLocaleString('en-GB')} of opposition`,
    signs.neutral > 0 && `${signs.neutral.toLocaleString('en-GB')} neutral`,
  ].filter(Boolean);
  const left = [
    skipped.nodes > 0 && amount(skipped.nodes, 'node'),
    skipped.edges > 0 && amount(skipped.edges, 'edge'),
  ].filter(Boolean);
  return (
    <div className="open-file-outcome" aria-live="polite">
      <p>
        <strong>
          {amount(nodes, 'node')}, {amount(edges, 'edge')}
        </strong>
        {signed.length > 0 && ` (${signed.join(', ')})`}
        {left.length > 0 && `; left out: ${left.join(' and ')}`}
      </p>
      {warnings.length > 0 && <Places details={warnings} />}
    </div>
  );
}

/** Why files cannot be read. */
export function Fault({ fault, chooseOther }: { fault: Faulty; chooseOther: () => void }) {
  return (
    <div className="open-file-fault">
      <div role="alert">
        <p>{fault.message}</p>
        <Places details={fault.details} />
      </div>
      <button type="button" className="button" onClick={chooseOther}>
        Choose another file…
      </button>
    </div>
  );
}

function Places({ details }: { details: readonly ErrorDetail[] }) {
  return (
    <ul className="open-file-places">
      {details.slice(0, LISTED).map(({ path, message }) => (
        <li key={path + message}>
          <code>{path}</code> {message}
        </li>
      ))}
      {details.length > LISTED && <li>and {details.length - LISTED} more</li>}
    </ul>
  );
}
