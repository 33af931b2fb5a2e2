import { lazy, Suspense, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { effectiveScheme } from '../../state/looks/colour-scheme.ts';
import type { ExplorerState } from '../../state/store.ts';
import { CommandsContext } from '../common/commands-context.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { useKeptFocus } from '../common/focus-fallback.ts';
import { DARK, NARROW, useMedia } from '../common/media.ts';
import { usePlace } from '../common/places.ts';
import { useShortcuts } from '../common/shortcuts.ts';
import { showTheme } from '../common/theme.ts';
import { Inspector } from '../details/inspector.tsx';
import { Legend } from '../legend/legend.tsx';
import { ChooseContext, type ToOpen } from '../open/data-context.ts';
import { chooseFiles, useGivenFiles } from '../open/opening.ts';
import { Canvas } from '../picture/canvas.tsx';
import { CanvasContext, type Canvas as CanvasHandle, NO_CANVAS } from '../picture/canvas-context.ts';
import { useDrawn } from '../picture/first-drawn-mark.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { Announcer } from './announcer.tsx';
import { Bar } from './bar.tsx';
import { type DialogName, Dialogs } from './dialogs.tsx';
import { Dock } from './dock.tsx';
import { usePageCommands } from './page-port.ts';
import { useLong } from './slow-wait.ts';

const Notices = lazy(() => import('./notices.tsx').then(({ Notices: found }) => ({ default: found })));
const Waiting = lazy(() => import('./waiting.tsx').then(({ Waiting: found }) => ({ default: found })));
const Empty = lazy(() => import('./waiting.tsx').then(({ Empty: found }) => ({ default: found })));
const Player = lazy(() => import('../story/player.tsx').then(({ Player: found }) => ({ default: found })));
const Table = lazy(() => import('../table/table.tsx').then(({ Table: found }) => ({ default: found })));
const OpenFile = lazy(() =>
  import('../open/open-file.tsx').then(({ OpenFile: found }) => ({ default: found })),
);
const CanvasMenu = lazy(() =>
  import('../picture/canvas-menu.tsx').then(({ CanvasMenu: found }) => ({ default: found })),
);
const Palette = lazy(() =>
  import('../search/palette.tsx').then(({ Palette: found }) => ({ default: found })),
);

/** What the page is about just now: waiting, an empty database, or the graph. */
function stageOf({ status, graph }: ExplorerState): 'waiting' | 'empty' | 'graph' {
  if (graph.state === 'ready' && graph.value.nodes.length > 0) return 'graph';
  const ready = status?.database.state === 'ready';
  if (ready && status.counts?.nodes === 0) return 'empty';
  return ready ? 'graph' : 'waiting';
}

const BLANK = <main className="page-note" id="stage" tabIndex={-1} aria-busy />;

/** The explorer's page. */
export function App() {
  const stage = useExplorerState(stageOf);
  // Where the graph is there in a moment, telling of it first would only keep it waiting.
  const answered = useExplorerState(({ status, reachable }) => status !== undefined || reachable === false);
  const long = useLong();
  const [dialog, setDialog] = useState<DialogName>();
  const [canvas, setCanvas] = useState<CanvasHandle>(NO_CANVAS);
  const [failure, setFailure] = useState<string>();
  const drawn = useDrawn(failure !== undefined);
  const palette = useExplorerState((state) => state.palette);
  const ready = stage === 'graph';
  const [toOpen, setToOpen] = useState<ToOpen>();
  const openFile = useCallback(() => chooseFiles(setToOpen), []);
  const over = useGivenFiles(setToOpen);
  const commands = usePageCommands(canvas, setDialog, openFile);
  useTheme();
  useShortcuts(commands, dialog !== undefined || toOpen !== undefined || (ready && palette));
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  return (
    <CanvasContext value={canvas}>
      <CommandsContext value={commands}>
        <ChooseContext value={openFile}>
          <div className="page" data-stage={stage} ref={page}>
            <a className="skip" href="#stage">
              Skip to the graph
            </a>
            <Bar ready={ready} drawn={drawn} open={setDialog} />
            <Suspense fallback={BLANK}>
              {stage === 'waiting' && (answered || long ? <Waiting /> : BLANK)}
              {stage === 'empty' && <Empty />}
            </Suspense>
            {ready && <Stage setCanvas={setCanvas} failure={failure} setFailure={setFailure} />}
            <Suspense>
              <Notices />
            </Suspense>
            <Announcements />
            <Dialogs name={dialog} ready={ready} open={setDialog} />
            <Suspense>{ready && palette && <Palette />}</Suspense>
            <Suspense>
              {toOpen && (
                <OpenFile toOpen={toOpen} openOther={setToOpen} close={() => setToOpen(undefined)} />
              )}
            </Suspense>
            {over && <p className="drop-note">Drop files to open them here. Nothing is uploaded.</p>}
          </div>
        </ChooseContext>
      </CommandsContext>
    </CanvasContext>
  );
}

interface StageProps {
  setCanvas: (canvas: CanvasHandle) => void;
  /** Why the picture cannot be drawn, when it cannot. */
  failure: string | undefined;
  setFailure: (reason: string) => void;
}

function Stage({ setCanvas, failure, setFailure }: StageProps) {
  const { actions } = useExplorer();
  const narrow = useMedia(NARROW);
  const asked = useExplorerState((state) => state.view.table === true);
  const menu = useExplorerState((state) => state.menu !== undefined);
  const telling = useExplorerState((state) => state.view.story !== undefined);
  const table = asked || failure !== undefined;
  const place = usePlace('stage');
  return (
    <>
      <Legend />
      <main className="stage" id="stage" tabIndex={-1} data-table={table} ref={place}>
        {failure === undefined && <Canvas setCanvas={setCanvas} onFailure={setFailure} covered={table} />}
        <Suspense fallback={table && <p className="stage-note">Loading the table…</p>}>
          {table && <Table note={failure} close={failure ? undefined : () => actions.setTable(false)} />}
        </Suspense>
        <Suspense>{menu && <CanvasMenu />}</Suspense>
      </main>
      {telling ? (
        <Suspense>
          <Player />
        </Suspense>
      ) : (
        <Timeline />
      )}
      <Inspector />
      {narrow && <Dock />}
    </>
  );
}

function useTheme(): void {
  const { scheme } = useExplorer();
  const own = useStore(scheme, (state) => state.own);
  const systemDark = useMedia(DARK);
  const theme = useExplorerState((state) => effectiveScheme(state.view, own, systemDark));
  useLayoutEffect(() => showTheme(document, theme), [theme]);
}

function Announcements() {
  return <Announcer announcement={useExplorerState((state) => state.announcement)} />;
}
