import '../../styles/open-file.css';
import type { OpenedFile } from '../../state/opened/opened.ts';
import { Icon } from '../common/icon.tsx';
import { useData } from './data-context.ts';

/** What is open instead of the database, and the way back. */
export function FileChip({ file: { name, isKept } }: { file: OpenedFile }) {
  const data = useData();
  const note = isKept
    ? 'Nothing is uploaded. It stays open in this tab until you close it.'
    : 'Nothing is uploaded. This browser could not keep it: after a reload, open it again.';
  return (
    <div className="file-chip" title={note}>
      <span className="file-name" dir="auto">
        {name}
      </span>
      <span className="unseen">{note}</span>
      <span className="muted file-note">not uploaded</span>
      <button
        type="button"
        className="icon-button"
        aria-label={`Close the file ${name}`}
        onClick={data.close}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
