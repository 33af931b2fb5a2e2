import '../../styles/take-away.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useStore } from 'zustand';
import { MOST_BASE } from '../../../server/core/picture/arrangement.ts';
import { type Call, explain, isAbort } from '../../api.ts';
import { effectiveScheme } from '../../state/looks/colour-scheme.ts';
import { isOfFile } from '../../state/opened/opened.ts';
import type { ExplorerState } from '../../state/store.ts';
import { PUBLISHED_AT } from '../../workers/published-at.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { DARK, useMedia } from '../common/media.ts';
import { download } from '../share/download.ts';
import { pdfOf } from './pdf.ts';
import { type Choices, documentOf, savedPicture, svgOf, usualCaption } from './picture.ts';
import { pngOf, print } from './save.ts';

const KINDS = {
  png: 'PNG, an image',
  svg: 'SVG, for editing and scaling',
  pdf: 'PDF, for print',
  html: 'Stand-alone page (HTML) that can be explored',
} as const;
type Kind = keyof typeof KINDS;

const NAME = 'entente';

/** Saves the picture as a file, as the person chooses it. */
export function TakeAway({ close }: { close: () => void }) {
  const { store, actions, call } = useExplorer();
  const isFile = useExplorerState(({ status }) => isOfFile(status?.snapshot)) || PUBLISHED_AT !== undefined;
  const [kind, setKind] = useState<Kind>('png');
  const [choices, set] = useChoices();
  const wrong = wrongIn(choices, kind);
  const mayLieElsewhere = useExplorerState(isLarge);
  const { busy, fault, save, cancel } = useSaving(async (signal) => {
    await saveAs(kind, store.getState(), choices, { call, signal });
    actions.announce('Picture saved.');
    close();
  });
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <header>
            <Heading slot="title" level={2}>
              Save the picture
            </Heading>
            <Button className="icon-button" aria-label="Close" onPress={close}>
              <Icon name="close" />
            </Button>
          </header>
          <form
            className="take-away"
            onSubmit={(event) => {
              event.preventDefault();
              if (!wrong && !busy) void save();
            }}
          >
            <label>
              As
              <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
                {Object.entries(KINDS).map(([name, title]) => (
                  <option key={name} value={name} disabled={isFile && name === 'pdf'}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
            <Options kind={kind} choices={choices} set={set} />
            {isFile && (
              <p className="muted">
                A PDF is drawn by a server, which does not have these data: choose SVG, or print the picture.
              </p>
            )}
            <StoryNote kind={kind} />
            <PlacesNote kind={kind} />
            <p className="take-away-fault" role="alert">
              {wrong ?? fault}
            </p>
            <div className="take-away-buttons">
              <button type="submit" className="button primary" disabled={busy || wrong !== undefined}>
                {busy ? 'Saving…' : 'Save'}
              </button>
              {busy && kind === 'pdf' && (
                <button type="button" className="button" onClick={cancel}>
                  Cancel
                </button>
              )}
              {kind === 'pdf' && !wrong && (fault !== undefined || mayLieElsewhere) && (
                <button
                  type="button"
                  className="button"
                  onClick={() => print(svgOf(store.getState(), choices), choices.width, choices.height)}
                >
                  Print instead
                </button>
              )}
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Saves one thing at a time, says what was wrong with the last, and gives it up when asked or closed. */
function useSaving(act: (signal: AbortSignal) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const save = async () => {
    const controller = new AbortController();
    current.current = controller;
    setBusy(true);
    setFault(undefined);
    try {
      await act(controller.signal);
    } catch (cause) {
      if (!isAbort(cause)) setFault(explain(cause).message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, save, cancel: () => current.current?.abort() };
}

function useChoices() {
  const { store, scheme } = useExplorer();
  const own = useStore(scheme, (state) => state.own);
  const dark = useMedia(DARK);
  const [choices, setChoices] = useState<Choices>(() => ({
    ...{ width: 1600, height: 1000, scale: 2, transparent: false, legend: true, credit: true },
    theme: effectiveScheme(store.getState().view, own, dark),
    caption: usualCaption(store.getState()),
  }));
  const set = (changed: Partial<Choices>) => setChoices((before) => ({ ...before, ...changed }));
  return [choices, set] as const;
}

/** What of the choices cannot be, and what could; undefined when all can. */
function wrongIn({ width, height, scale }: Choices, kind: Kind): string | undefined {
  if (kind === 'html') return undefined;
  const between = (value: number, least: number, most: number) => value >= least && value <= most;
  if (![width, height].every((length) => between(length, 100, 10_000)))
    return 'Width and height must be between 100 and 10,000 pixels.';
  if (kind === 'png' && !between(scale, 0.5, 8)) return 'The resolution must be between 0.5 and 8.';
  return undefined;
}

async function saveAs(
  kind: Kind,
  state: ReturnType<ReturnType<typeof useExplorer>['store']['getState']>,
  choices: Choices,
  { call, signal }: { call: Call; signal: AbortSignal },
): Promise<void> {
  if (kind === 'html') return download(`${NAME}.html`, 'text/html', await documentOf(state, choices, call));
  const { width, height, scale } = choices;
  if (kind === 'pdf') return download(`${NAME}.pdf`, 'application/pdf', await pdfOf(state, choices, signal));
  const svg = svgOf(state, choices);
  if (kind === 'svg') return download(`${NAME}.svg`, 'image/svg+xml', svg);
  const png = await pngOf(svg, width, height, scale);
  download(`${NAME}.png`, 'image/png', new Uint8Array(await png.arrayBuffer()));
}

interface OptionsProps {
  kind: Kind;
  choices: Choices;
  set: (changed: Partial<Choices>) => void;
}

function Options({ kind, choices, set }: OptionsProps) {
  const number = (name: 'width' | 'height' | 'scale', title: string) => (
    <label>
      {title}
      <input
        type="number"
        step="any"
        value={choices[name]}
        onChange={(event) => set({ [name]: Number(event.target.value) })}
      />
    </label>
  );
  const flag = (name: 'transparent' | 'legend' | 'credit', title: string) => (
    <label className="switch">
      <input type="checkbox" checked={choices[name]} onChange={() => set({ [name]: !choices[name] })} />
      {title}
    </label>
  );
  const drawn = kind !== 'html';
  return (
    <>
      {drawn && (
        <div className="take-away-sizes">
          {number('width', 'Width in pixels')}
          {number('height', 'Height in pixels')}
          {kind === 'png' && number('scale', 'Resolution (×)')}
        </div>
      )}
      {kind === 'png' && (
        <p className="muted">
          A larger picture shows more names, not larger ones. For print, keep the size and raise the
          resolution.
        </p>
      )}
      <label>
        Colours
        <select
          value={choices.theme}
          onChange={(event) => set({ theme: event.target.value as Choices['theme'] })}
        >
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </label>
      {drawn && flag('transparent', 'Transparent background')}
      {flag('legend', 'Include the legend')}
      {flag('credit', 'Include the sources')}
      <label>
        Caption
        <textarea
          rows={3}
          maxLength={2000}
          value={choices.caption}
          onChange={(event) => set({ caption: event.target.value })}
        />
      </label>
      {drawn && <Preview choices={choices} />}
    </>
  );
}

/** The very picture that will be saved, made small. */
function Preview({ choices }: { choices: Choices }) {
  const state = useExplorerState((now) => now);
  const valid = wrongIn(choices, 'svg') === undefined;
  const picture = useMemo(() => (valid ? savedPicture(state, choices) : undefined), [valid, state, choices]);
  if (!picture) return null;
  return (
    <>
      <img
        className="take-away-preview"
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
        alt="What will be saved"
      />
      {picture.leftOut > 0 && (
        <p className="muted" role="status">
          {picture.leftOut === 1 ? 'One entry' : `${picture.leftOut} entries`} of the legend did not fit. Make
          the picture larger, or leave the legend out.
        </p>
      )}
    </>
  );
}

function StoryNote({ kind }: { kind: Kind }) {
  const telling = useExplorerState(({ view, story }) => view.story !== undefined && story.state === 'ready');
  if (!telling || kind !== 'html') return null;
  return <p className="muted">The page contains every step of the story.</p>;
}

/** Whether the database is too large to be laid out whole, so that places depend on what was shown before. */
const isLarge = ({ status }: ExplorerState) => (status?.counts?.nodes ?? 0) > MOST_BASE;

function PlacesNote({ kind }: { kind: Kind }) {
  const large = useExplorerState(isLarge);
  if (!large || kind !== 'pdf') return null;
  return (
    <p className="muted">
      With a database this large, the server computes the layout again, as a link does. To keep every position
      as it is here, print instead, or choose SVG.
    </p>
  );
}
