import { useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { CITATIONS, type CitationStyle } from '../../../server/core/words/citation/citation.ts';
import { citedView } from '../../state/link/cited-view.ts';
import { isOfFile } from '../../state/opened/opened.ts';
import { useExplorer } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { useData } from '../open/data-context.ts';
import { Choices } from './choices.tsx';
import { copyText } from './clipboard.ts';
import { CopyButton } from './copy-button.tsx';
import { download } from './download.ts';

const STYLES = Object.fromEntries(
  Object.entries(CITATIONS).map(([name, { title }]) => [name, title]),
) as Record<CitationStyle, string>;

/** How the present view is cited: as text to copy or as a file for a reference manager. */
export function Cite({ close }: { close: () => void }) {
  const { store, actions } = useExplorer();
  const { file } = useData();
  const [style, setStyle] = useState<CitationStyle>('apa');
  // Of the view as it was when the dialog opened: it stands still behind it.
  const [cited] = useState(() =>
    citedView(store.getState(), {
      page: location.origin + location.pathname,
      file: file?.name,
      now: new Date(),
    }),
  );
  const { write, ending, mediaType } = CITATIONS[style];
  const text = write(cited);
  const id = useId();
  const copy = async () => {
    const copied = await copyText(text);
    actions.announce(copied ? 'Citation copied.' : 'Select the text of the citation and copy it.');
    return copied;
  };
  const save = () => {
    download(`citation.${ending}`, mediaType, text);
    actions.announce(`citation.${ending} is saved.`);
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="modal">
        <Dialog className="dialog share cite">
          <header>
            <Heading slot="title" level={2}>
              Cite this view
            </Heading>
            <Button className="icon-button" aria-label="Close" onPress={close}>
              <Icon name="close" />
            </Button>
          </header>
          <Choices title="Style" choices={STYLES} chosen={style} choose={setStyle} />
          <div className="share-result">
            <label htmlFor={id}>Citation</label>
            <textarea id={id} readOnly rows={9} value={text} onFocus={(event) => event.target.select()} />
            {isOfFile(cited.snapshot) && (
              <p className="muted">Whoever opens the link must open the same file.</p>
            )}
            <div className="share-buttons">
              <CopyButton copy={copy}>Copy citation</CopyButton>
              <Button className="button" onPress={save}>
                Save as a file
              </Button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
