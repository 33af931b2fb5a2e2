import type { DragEvent } from 'react';
import type { SavedQuery } from '../../../state/workbench/saved.ts';
import { useWorkbench } from '../context.ts';

interface EntryProps {
  query: SavedQuery;
  /** What it is put before to go one up, and one down; at the end without one. */
  before: SavedQuery | undefined;
  after: SavedQuery | undefined;
  isLast: boolean;
  attempt: (work: () => void) => void;
  chosen: () => void;
}

const KIND = 'application/x-entente-query';
const nameOf = ({ name, folder }: SavedQuery) => JSON.stringify([folder, name]);

/** A saved query: into the editor by a click, elsewhere by dragging it or by its buttons. */
export function SavedEntry({ query, before, after, isLast, attempt, chosen }: EntryProps) {
  const { saved, take } = useWorkbench();
  const drop = (event: DragEvent) => {
    const dragged = event.dataTransfer.getData(KIND);
    const moved = saved.store.getState().queries.find((each) => nameOf(each) === dragged);
    if (!moved || moved === query) return;
    event.preventDefault();
    attempt(() => saved.move(moved, query));
  };
  return (
    <li
      className="own-entry"
      draggable
      onDragStart={({ dataTransfer }) => dataTransfer.setData(KIND, nameOf(query))}
      onDragOver={(event) => event.dataTransfer.types.includes(KIND) && event.preventDefault()}
      onDrop={drop}
    >
      <button
        type="button"
        className="own-text"
        onClick={() => {
          take(query.text, `${query.name} is in the editor.`);
          chosen();
        }}
      >
        <strong>{query.name}</strong>
        <code>{query.text}</code>
      </button>
      <div className="own-tools">
        <button
          type="button"
          className="text-button"
          disabled={!before}
          aria-label={`Move ${query.name} up`}
          onClick={() => attempt(() => saved.move(query, before))}
        >
          Up
        </button>
        <button
          type="button"
          className="text-button"
          disabled={isLast}
          aria-label={`Move ${query.name} down`}
          onClick={() => attempt(() => saved.move(query, after))}
        >
          Down
        </button>
        <button
          type="button"
          className="text-button"
          aria-label={`Remove ${query.name}`}
          onClick={() => attempt(() => saved.remove(query))}
        >
          Remove
        </button>
      </div>
    </li>
  );
}
