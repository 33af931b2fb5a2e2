import { lazy, type ReactNode, Suspense, useContext, useState } from 'react';
import { useStore } from 'zustand';
import type { Scheme } from '../../state/looks/colour-scheme.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { NARROW, useMedia } from '../common/media.ts';
import { ChooseContext, useData } from '../open/data-context.ts';
import { copyLink } from '../share/clipboard.ts';
import { Brand } from './brand.tsx';
import type { DialogName } from './dialogs.tsx';
import { PageSwitch } from './page-switch.tsx';

// Search and menus need the component library, which may arrive after the first drawing.
const PageMenu = lazy(() => import('./page-menu.tsx').then((found) => ({ default: found.PageMenu })));
const HistoryButtons = lazy(() =>
  import('./history-buttons.tsx').then((found) => ({ default: found.HistoryButtons })),
);
const FileChip = lazy(() => import('../open/file-chip.tsx').then((found) => ({ default: found.FileChip })));
const SearchBox = lazy(() =>
  import('../search/search-box.tsx').then((found) => ({ default: found.SearchBox })),
);

interface BarProps {
  /** Whether there is a graph to search and arrange. */
  ready: boolean;
  /** Whether the graph is drawn, so that what can wait may be loaded. */
  drawn: boolean;
  /** Opens a dialog. */
  open: (dialog: DialogName) => void;
}

/** The bar on top: name, search, view, table, link, colours, help. */
export function Bar({ ready, drawn, open }: BarProps) {
  const narrow = useMedia(NARROW);
  const { file } = useData();
  return (
    <header className="bar">
      <div className="bar-start">
        <Brand />
        {file ? (
          <Suspense>
            <FileChip file={file} />
          </Suspense>
        ) : (
          <PageSwitch here="explorer" />
        )}
      </div>
      {ready && (
        <Later now={drawn} until={<SearchToCome />}>
          <SearchBox />
        </Later>
      )}
      <div className="bar-tools">
        {ready && !narrow && drawn && (
          <Suspense>
            <HistoryButtons />
          </Suspense>
        )}
        {ready && (
          <Later now={drawn} until={<MenuToCome narrow={narrow} />}>
            <PageMenu openHelp={() => open('help')} />
          </Later>
        )}
        {!narrow && <OpenFileButton />}
        {ready && !narrow && <TableButton />}
        {ready && !narrow && <ShareButton />}
        {ready && !narrow && (
          <button
            type="button"
            className="icon-button"
            aria-label="Share or embed this view"
            onClick={() => open('share')}
          >
            <Icon name="embed" />
          </button>
        )}
        {(!narrow || !ready) && <ThemeButton />}
        {(!narrow || !ready) && (
          <button
            type="button"
            className="icon-button"
            aria-label="Help and shortcuts"
            onClick={() => open('help')}
          >
            <Icon name="help" />
          </button>
        )}
      </div>
    </header>
  );
}

function Later({ now, until, children }: { now: boolean; until: ReactNode; children: ReactNode }) {
  return now ? <Suspense fallback={until}>{children}</Suspense> : until;
}

function SearchToCome() {
  return (
    <search className="search">
      <div>
        <Icon name="search" />
        <input
          className="search-input"
          disabled
          aria-label="Search nodes"
          placeholder="Search by name or alias"
        />
      </div>
    </search>
  );
}

function MenuToCome({ narrow }: { narrow: boolean }) {
  return (
    <button
      type="button"
      disabled
      className={narrow ? 'icon-button' : 'tool'}
      aria-label={narrow ? 'Menu' : 'View'}
    >
      <Icon name={narrow ? 'menu' : 'layers'} />
      {!narrow && <span>View</span>}
    </button>
  );
}

function OpenFileButton() {
  const choose = useContext(ChooseContext);
  return (
    <button type="button" className="icon-button" aria-label="Open a file…" onClick={choose}>
      <Icon name="open" />
    </button>
  );
}

function TableButton() {
  const { actions } = useExplorer();
  const open = useExplorerState((state) => state.view.table === true);
  return (
    <button type="button" className="tool" aria-pressed={open} onClick={() => actions.setTable(!open)}>
      <Icon name="table" />
      <span>Table</span>
    </button>
  );
}

/** How long the button says that the link is copied, in milliseconds. */
const COPIED = 2_000;

function ShareButton() {
  const explorer = useExplorer();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (!(await copyLink(explorer))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED);
  };
  return (
    <button type="button" className="tool" onClick={copy}>
      <Icon name="link" />
      <span>{copied ? 'Copied' : 'Copy link'}</span>
    </button>
  );
}

export const SCHEMES: readonly { own: Scheme | undefined; title: string }[] = [
  { own: undefined, title: "the system's colours" },
  { own: 'light', title: 'light colours' },
  { own: 'dark', title: 'dark colours' },
];

function ThemeButton() {
  const { actions, scheme } = useExplorer();
  const own = useStore(scheme, (state) => state.own);
  const named = useExplorerState((state) => state.view.theme) ?? own;
  const at = SCHEMES.findIndex((choice) => choice.own === named);
  const next = SCHEMES[(at + 1) % SCHEMES.length];
  const change = () => {
    scheme.setState({ own: next?.own });
    actions.setTheme(undefined);
    actions.announce(`Now ${next?.title}.`);
  };
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={`Colours: ${SCHEMES[at]?.title}. Change to ${next?.title}`}
      onClick={change}
    >
      <Icon name={named ?? 'system'} />
    </button>
  );
}
