import { useState } from 'react';
import { useStore } from 'zustand';
import { SearchField } from '../../common/search-field.tsx';
import { useWorkbench } from '../context.ts';

/** What was run, newest first, what is pinned above it; each is put into the editor or run again. */
export function HistoryList({ chosen }: { chosen: () => void }) {
  const { history } = useWorkbench();
  const { statements, pinned } = useStore(history.store);
  const [sought, setSought] = useState('');
  const fits = (text: string) => text.toLowerCase().includes(sought.trim().toLowerCase());
  const kept = new Set(pinned);
  const all = [...pinned.toReversed(), ...statements.filter((each) => !kept.has(each)).toReversed()];
  if (all.length === 0)
    return <p className="muted library-note">What you run is listed here, in this browser alone.</p>;
  return (
    <>
      <SearchField className="library-search" label="Search what was run" value={sought} set={setSought} />
      <ul>
        {all.filter(fits).map((statement) => (
          <Entry key={statement} statement={statement} isPinned={kept.has(statement)} chosen={chosen} />
        ))}
      </ul>
    </>
  );
}

interface EntryProps {
  statement: string;
  isPinned: boolean;
  chosen: () => void;
}

function Entry({ statement, isPinned, chosen }: EntryProps) {
  const workbench = useWorkbench();
  const put = () => workbench.take(statement, 'The statement is in the editor.');
  return (
    <li className="own-entry">
      <button
        type="button"
        className="own-text"
        onClick={() => {
          put();
          chosen();
        }}
      >
        <code>{statement.trim()}</code>
      </button>
      <div className="own-tools">
        <button
          type="button"
          className="text-button"
          onClick={() => {
            put();
            void workbench.run();
          }}
        >
          Run again
        </button>
        <button
          type="button"
          className="text-button"
          aria-pressed={isPinned}
          onClick={() => workbench.history.pin(statement)}
        >
          {isPinned ? 'Unpin' : 'Pin'}
        </button>
      </div>
    </li>
  );
}
