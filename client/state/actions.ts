import type { When } from '../../server/core/model/dates.ts';
import { indexOf, shownGraph } from '../../server/core/picture/graph-index.ts';
import type { MeasuredView } from '../../server/core/picture/task-of-view.ts';
import type { Expansion } from '../../server/core/view/expansion.ts';
import type { Condition, Narrowing } from '../../server/core/view/narrow.ts';
import type { View } from '../../server/core/view/view.ts';
import * as views from './link/view-changes.ts';
import type { createSearch } from './loading/search.ts';
import { captionOf } from './selection/captions.ts';
import { walkInWords } from './selection/walk-words.ts';
import { toggleCondition } from './shown/narrowing.ts';
import type { ExplorerStore, Listing, Reading, Tool } from './store.ts';
import { createTelling } from './stories/story.ts';
import type { Playback } from './time/playback.ts';
import { datesOf, rangeOf, slotsOf } from './time/timeline.ts';

/** What the actions drive besides the store. */
interface Engines {
  status: { retry: () => void };
  search: Pick<ReturnType<typeof createSearch>, 'search'>;
  history: { undo: () => void; redo: () => void };
  playback: Pick<Playback, 'play' | 'pause' | 'setSpeed'>;
}

export type Actions = ReturnType<typeof createActions>;
type Point = { x: number; y: number };
type Alter = (turn: (view: View) => View) => void;

/** Everything a person can do to the explorer, for panels and renderer alike. */
export function createActions(store: ExplorerStore, { status, search, history, playback }: Engines) {
  const alter: Alter = (turn) => store.setState(({ view }) => ({ view: turn(view) }));
  return {
    ...createViewActions(alter),
    ...createChoosing(store, alter),
    ...createTelling(store),
    hover: (key: string | undefined) => store.setState({ hovered: key }),
    walkedTo: (key: string, from: string | undefined) =>
      store.setState((state) => ({ announcement: walkInWords(state, key, from) })),
    /** Opens the menu of a node or edge, of the whole selection when it is of it, or of the ground. */
    openMenu: (key: string | undefined, { x, y }: Point) => {
      const { select = [] } = store.getState().view;
      const keys = key === undefined ? [] : select.includes(key) ? select : [key];
      store.setState({ menu: { keys, x, y }, hovered: undefined });
    },
    /** Ends what is going on: looking for a path's end, selecting by an area; else it clears the selection. */
    escape: () => {
      const { pathFrom, tool } = store.getState();
      if (pathFrom !== undefined) store.setState({ pathFrom: undefined, announcement: 'Path search ended.' });
      else if (tool !== 'move') store.setState({ tool: 'move', announcement: 'Dragging moves the picture.' });
      else {
        store.setState({ hovered: undefined });
        alter((view) => views.change(view, { select: undefined }));
      }
    },
    closeMenu: () => store.setState({ menu: undefined }),
    layoutProgress: (arranging: number | undefined) => store.setState({ arranging }),
    setPositions: (positions: ReadonlyMap<string, Point>) => store.setState({ positions }),
    search: search.search,
    setTool: (tool: Tool) => store.setState({ tool }),
    setPalette: (palette: boolean) => store.setState({ palette }),
    setReading: (reading: Reading) => store.setState({ reading }),
    setListing: (listing: Listing) => store.setState({ listing }),
    /** Plays the dates of the timeline, whether or not it is open. */
    playTimeline: () => {
      const { timeline } = store.getState();
      if (timeline.state === 'ready') playback.play(datesOf(slotsOf(timeline.value.bins, () => 0)));
    },
    pause: playback.pause,
    setSpeed: playback.setSpeed,
    undo: history.undo,
    redo: history.redo,
    retry: status.retry,
    /** Asks again for what could not be loaded. */
    reload: () => store.setState(({ attempt }) => ({ attempt: attempt + 1 })),
    announce: (announcement: string) => store.setState({ announcement }),
    dismissProblems: () => store.setState({ linkProblems: [] }),
    dismissMissing: () => {
      store.setState({ missing: undefined });
      alter((view) => views.change(view, { snapshot: undefined }));
    },
  };
}

/** Selecting, and picking the other end of a path, which selecting does while one is looked for. */
function createChoosing(store: ExplorerStore, alter: Alter) {
  const isShown = (key: string) => indexOf(shownGraph(store.getState())).nodes.has(key);
  /** Takes a key as the end of the path that is looked for; whether it was one. */
  const ends = (keys: readonly string[]): boolean => {
    const { pathFrom, graph } = store.getState();
    const [to] = keys;
    if (pathFrom === undefined || keys.length !== 1 || to === undefined || to === pathFrom) return false;
    if (graph.state === 'ready' && indexOf(graph.value).edges.has(to)) return false;
    store.setState({ pathFrom: undefined });
    alter((view) => views.showPath(view, pathFrom, to));
    return true;
  };
  return {
    select: (keys: readonly string[], { add = false }: { add?: boolean } = {}) => {
      if (!ends(keys)) alter((view) => views.select(view, keys, add));
    },
    /** Selects a node found by search, adding it to the picture where it is not in it. */
    choose: (key: string) => {
      if (ends([key])) return;
      alter((view) => views.select(isShown(key) ? view : views.add(view, [key]), [key]));
    },
    /** Shows nodes in addition, and selects them. */
    add: (keys: readonly string[]) => {
      const lacking = keys.filter((key) => !isShown(key));
      alter((view) => views.select(lacking.length > 0 ? views.add(view, lacking) : view, keys));
    },
    /** Shows these nodes alone. */
    startFrom: (keys: readonly string[]) =>
      alter((view) => views.select(views.add(views.startFromNothing(view), keys), keys)),
    /** Waits for the other end of a path to be selected. */
    pickPathFrom: (pathFrom: string) => {
      const from = captionOf(store.getState(), pathFrom);
      store.setState({
        pathFrom,
        announcement: `Select the node at the other end of the path from ${from}; Escape cancels.`,
      });
    },
  };
}

function createViewActions(alter: Alter) {
  const set = (fields: Parameters<typeof views.change>[1]) => alter((view) => views.change(view, fields));
  return {
    /** Selects all of these, keeping what is selected already when adding to it. */
    selectAll: (keys: readonly string[], { add = false }: { add?: boolean } = {}) =>
      alter((view) => views.selectAll(view, keys, add)),
    clearSelection: () => set({ select: undefined }),
    pin: (positions: ReadonlyMap<string, Point>) => alter((view) => views.pin(view, positions)),
    unpin: (keys: readonly string[]) => alter((view) => views.unpin(view, keys)),
    unpinAll: () => set({ pins: undefined }),
    moveCamera: (camera: View['camera']) => set({ camera }),
    expand: (keys: readonly string[]) => alter((view) => keys.reduce(views.expand, view)),
    expandBy: (expansion: Expansion) => alter((view) => views.expandBy(view, expansion)),
    collapse: (keys: readonly string[]) => alter((view) => views.collapse(view, keys)),
    reveal: (keys: readonly string[]) => alter((view) => views.reveal(view, keys)),
    hide: (keys: readonly string[]) => alter((view) => views.hide(view, keys)),
    showHidden: () => set({ hide: undefined }),
    focus: (keys: readonly string[], depth: number) => alter((view) => views.focus(view, keys, depth)),
    startFromEverything: () => alter(views.startFromEverything),
    startFromNothing: () => alter(views.startFromNothing),
    findPath: (from: string, to: string, all = false) => alter((view) => views.showPath(view, from, to, all)),
    clearPath: () => set({ path: undefined, paths: undefined }),
    showOnlyPath: (nodes: readonly string[]) => alter((view) => views.showOnlyPath(view, nodes)),
    toggleFacet: (facet: views.Facet, value: string, all: readonly string[]) =>
      alter((view) => views.toggleFacet(view, facet, value, all)),
    setFacet: (facet: views.Facet, values: readonly string[] | undefined) =>
      alter((view) => views.setFacet(view, facet, values)),
    setUnit: (unit: View['unit']) => set({ unit }),
    /** Shows a range of dates, taken for what they are taken for in the timeline, unless for what is known. */
    setRange: (from: string | undefined, to: string | undefined, asKnown = false) =>
      alter((view) =>
        views.change(view, { ...rangeOf(view, from, to), ...(asKnown && { when: undefined }) }),
      ),
    setWhen: (when: When) => alter((view) => views.change(view, rangeOf(view, view.from, view.to, when))),
    setDated: (dated: boolean) => set({ dated: dated || undefined }),
    clearFilters: () => alter(views.withoutFilters),
    setLayout: (layout: View['layout'], group?: View['group']) =>
      set({ layout, group, along: undefined, camera: undefined }),
    /** Sets which relationship types lead downwards in a hierarchy; undefined is all. */
    setAlong: (along: View['along']) => set({ along }),
    rearrange: () => alter(views.rearrange),
    /** Sets filters by text or by place in the network; undefined lifts them. */
    narrow: (filters: { [F in keyof Narrowing]?: Narrowing[F] | undefined }) => set(filters),
    toggleCondition: (condition: Condition) => alter((view) => toggleCondition(view, condition)),
    setSize: (size: View['size']) => set({ size }),
    setColour: (colour: View['colour']) => set({ colour }),
    setShape: (shape: View['shape']) => set({ shape }),
    setWidth: (width: View['width']) => set({ width }),
    setLook: (look: View['look']) => set({ look: look?.length ? look : undefined }),
    /** Sets what alliances are read from; undefined is the usual. */
    setMeasured: (fields: { [F in keyof MeasuredView]?: MeasuredView[F] | undefined }) => set(fields),
    setTable: (table: boolean) => set({ table: table || undefined }),
    setTextSize: (textSize: View['textSize']) => set({ textSize }),
    setTheme: (theme: View['theme']) => set({ theme }),
  };
}
