import { useExplorer, useExplorerState } from '../common/context.ts';
import { NETWORK_WORDS } from './network-words.ts';

/** What the colours by camp or bloc were read from, and how far they are: the legend of a link must not mislead. */
export function ColourNote() {
  const { alliances, actions, panels } = useExplorer();
  const network = useExplorerState(({ view }) => view.network ?? 'direct');
  const report = useExplorerState((state) => state.alliances?.report);
  const open = () => {
    actions.setReading('alliances');
    panels.setState((state) => ({ open: { ...state.open, inspector: true }, sheet: 'inspector' }));
  };
  return (
    <>
      <p>
        Read from: <strong>{NETWORK_WORDS[network].title.toLowerCase()}</strong>.{' '}
        {report?.state === 'ready' && report.value.tooThin && 'The data are too thin for conclusions. '}
        <button type="button" className="text-button" onClick={open}>
          How they were found
        </button>
      </p>
      {report?.state === 'loading' && (
        <p className="measuring">
          <label>
            Measuring… <progress />
          </label>{' '}
          <button type="button" className="text-button" onClick={() => alliances?.cancel()}>
            Cancel
          </button>
        </p>
      )}
      {report?.state === 'failed' && <p>{report.message}</p>}
    </>
  );
}
