import '../../styles/open-file.css';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { TableMapping } from '../../../server/core/reading/table/mapping.ts';
import { explain } from '../../api.ts';
import { lacking } from '../../state/opened/roles.ts';
import { createFiles, type Files } from '../../workers/files.ts';
import type { Reading, Understood } from '../../workers/files.worker.ts';
import { Icon } from '../common/icon.tsx';
import { browserMemory } from '../page/browser.ts';
import { type ToOpen, useData } from './data-context.ts';
import { fetchLinked } from './linked-file.ts';
import { showFiles } from './open-files.ts';
import { chooseFiles } from './opening.ts';
import { Fault, type Faulty, Outcome } from './outcome.tsx';
import { ReadingChoices } from './reading-choices.tsx';
import { rememberMappings, withRemembered } from './remembered-mappings.ts';
import { SaveMapping } from './save-mapping.tsx';
import { TableForm } from './table-form.tsx';

interface OpenFileProps {
  toOpen: ToOpen;
  /** Opens others instead. */
  openOther: (toOpen: ToOpen) => void;
  close: () => void;
}

/** Reads files, shows what they were taken for, and has the page show them. Whoever closes it ends the reading. */
export function OpenFile({ toOpen, openOther, close }: OpenFileProps) {
  const { doing, busy, understood, fault, reading, read, open } = useReading(toOpen, close);
  const title = 'files' in toOpen ? toOpen.files.map(({ name }) => name).join(', ') : toOpen.address;
  const lacks = understood?.tables.map(({ mapping }) => lacking(mapping)).find(Boolean);
  const change = (at: number, mapping: TableMapping) => {
    const tables = understood?.tables.map((table, place) => ({
      ...(place === at ? mapping : table.mapping),
      columns: [...table.columns],
    }));
    if (tables) void read({ mapping: { tables } });
  };
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="modal">
        <Dialog className="dialog open-file">
          <header>
            <Heading slot="title" level={2}>
              Open {title.length > 60 ? `${title.slice(0, 59)}…` : title}
            </Heading>
            <Button className="icon-button" aria-label="Close" onPress={close}>
              <Icon name="close" />
            </Button>
          </header>
          <p className="muted">Read in this browser: nothing is uploaded.</p>
          {understood && !fault && (
            <form
              className="open-file-buttons"
              onSubmit={(event) => {
                event.preventDefault();
                if (!busy && !lacks) void open();
              }}
            >
              <button
                type="submit"
                className="button primary"
                disabled={busy || lacks !== undefined}
                ref={focusOnce}
              >
                Open
              </button>
              <Outcome understood={understood} />
            </form>
          )}
          <p role="status" className="open-file-doing">
            {busy && `Reading ${doing || '…'}`}
            {!busy && lacks}
          </p>
          {busy && !understood && <progress aria-label="Reading" />}
          {fault && <Fault fault={fault} chooseOther={() => chooseFiles(openOther)} />}
          {understood && <ReadingChoices reading={reading} change={(more) => void read(more)} />}
          {understood?.tables.map((table, at) => (
            <TableForm key={table.name} table={table} change={(mapping) => change(at, mapping)} />
          ))}
          {understood && understood.tables.length > 0 && <SaveMapping tables={understood.tables} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The dialog has just learnt what it asks: to open it is what most want. */
const focusOnce = (button: HTMLButtonElement | null) => button?.focus();

/** Reads what is to be opened, again for each change, and shows it: at once where there is nothing to be asked. */
function useReading(toOpen: ToOpen, close: () => void) {
  const data = useData();
  const worker = useRef<Files>(undefined);
  const files = useRef<readonly File[]>([]);
  const reading = useRef<Reading>({});
  const isShown = useRef(false);
  const [doing, setDoing] = useState('');
  const [busy, setBusy] = useState(true);
  const [understood, setUnderstood] = useState<Understood>();
  const [fault, setFault] = useState<Faulty>();

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (cause) {
      setFault(explain(cause));
    } finally {
      setBusy(false);
    }
  };
  const readAgain = async (more: Reading) => {
    reading.current = { ...reading.current, ...more };
    worker.current ??= createFiles();
    const found = await worker.current.read(files.current, reading.current, setDoing);
    setUnderstood(found);
    return found;
  };
  const open = () =>
    during(async () => {
      if (!worker.current || !understood) return;
      rememberMappings(browserMemory(window), understood.tables);
      await show(worker.current);
    });
  const show = async (from: Files) => {
    const opened = await showFiles(from, files.current, reading.current);
    isShown.current = true;
    close();
    data.show(opened);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be opened is read once.
  useEffect(() => {
    isShown.current = false;
    void during(async () => {
      files.current = 'files' in toOpen ? toOpen.files : [await fetchLinked(toOpen.address)];
      const first = await readAgain({});
      const mapping = withRemembered(browserMemory(window), first.tables);
      const found = mapping ? await readAgain({ mapping }) : first;
      // Nothing to be asked, and nothing to be told.
      if (found.tables.length === 0 && found.warnings.length === 0 && worker.current)
        await show(worker.current);
    });
    return () => {
      if (!isShown.current) worker.current?.close();
      worker.current = undefined;
    };
  }, [toOpen]);
  return {
    doing,
    busy,
    understood,
    fault,
    reading: reading.current,
    open,
    read: (more: Reading) => during(async () => void (await readAgain(more))),
  };
}
