import { thinOf } from '../../state/measures/thin.ts';
import { useExplorer, useExplorerState } from '../context.ts';
import { NETWORK_WORDS } from './network-words.ts';

/** What the colours by camp or bloc were read from, and how far they are: the legend of a link must not mislead. */
export function ColourNote() {
  const { alliances, actions, panels } = useExplorer();
  const network = useExplorerState(({ view }) => view.network ?? 'direct');
  const asked = useExplorerState(({ view }) => view.colour ?? view.group);
  const report = useExplorerState((state) => state.alliances?.report);
  const open = () => {
    actions.setReading('alliances');
    panels.setState((state) => ({ open: { ...state.open, inspector: true }, sheet: 'inspector' }));
  };
  const name = asked === 'blocs' ? 'blocs' : 'frustration';
  return (
    <>
      <p>
        Read from: <strong>{NETWORK_WORDS[network].title.toLowerCase()}</strong>.{' '}
        {report?.state === 'ready' &&
          thinOf(name, report.value) &&
          'There are too few data for them to mean much. '}
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
