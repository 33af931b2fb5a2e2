import type {
  EdgeAnswer,
  NodeAnswer,
  PathsAnswer,
  TimelineAnswer,
} from '../../server/core/contract/answers.ts';
import type { GraphSchema } from '../../server/core/contract/schema.ts';
import type { SearchResult } from '../../server/core/contract/search.ts';
import type { Status } from '../../server/core/contract/status.ts';
import type { ErrorDetail } from '../../server/core/model/errors.ts';
import type { Graph, GraphEdge, GraphNode } from '../../server/core/model/graph.ts';
import type { Loadable } from '../../server/core/model/loadable.ts';
import type { Story } from '../../server/core/model/story.ts';
import type { Measurements, MeasuresState, Painter } from '../../server/core/picture/state.ts';
import type { View } from '../../server/core/view/view.ts';
import { beginHistory, type ViewHistory } from './link/view-history.ts';
import { createSettlingStore, type SettlingStore } from './settling-store.ts';

/** What a link speaks of that the data does not hold. */
export interface Missing {
  /** Whether the view names another snapshot than the one loaded. */
  otherSnapshot: boolean;
  /** Keys that are neither a node nor an edge of the data. */
  keys: readonly string[];
}

/** Moves the picture, or selects by a box or a line drawn round. */
export type Tool = 'move' | 'box' | 'lasso';

/** The graph as an outline to be walked, or as rows of nodes or of edges. */
export type Listing = 'outline' | 'nodes' | 'edges' | 'coding' | 'statistics';

export const READINGS = ['details', 'alliances', 'story'] as const;
export type Reading = (typeof READINGS)[number];

/** Where the panels and the renderer meet. It knows neither. */
export interface ExplorerState {
  /** What is shown and how; the link is made of it. */
  view: View;
  /** The views before and after it, by name. */
  history: ViewHistory;
  /** What the link said that could not be read. */
  linkProblems: readonly ErrorDetail[];
  missing: Missing | undefined;
  /** The view as freed of what the data does not hold; it takes the place of the link's own. */
  repairedView: View | undefined;
  status: Status | undefined;
  /** Whether the last request for the status was answered; undefined before the first. */
  reachable: boolean | undefined;
  /** Counts up when what failed to load is asked for again. */
  attempt: number;
  /** Whether something could not be had as the database is away. */
  behind: boolean;
  schema: Loadable<GraphSchema>;
  /** The graph as the server gave it for the view's filters, with the neighbours of expanded nodes. */
  graph: Loadable<Graph>;
  /** Whether a newer graph is on its way while the one before is still shown. */
  refreshing: boolean;
  /** Counts over time for the view's filters, without its own range of dates. */
  timeline: Loadable<TimelineAnswer>;
  /**
   * The graph without any filter or focus, by which a small database is laid out, so that filters show a
   * part of one picture; undefined where the database is too big for that or not known yet.
   */
  base?: Loadable<Graph> | undefined;
  /** Positions of the nodes by key, in layout units; set by the layout, then by hand. */
  positions: ReadonlyMap<string, { x: number; y: number }>;
  /** The graph without any filter, once it was all loaded; of data of any size. */
  whole?: Graph | undefined;
  /** How much of a layout is done, from 0 to 1; undefined while none runs. */
  arranging?: number | undefined;
  /** Whether the timeline is being played; the link follows when it stops. */
  playing: boolean;
  /** How fast it is played, as a multiple of the usual. */
  speed: number;
  /** Measures of the nodes in the picture, as far as the view draws by them. */
  measurements: Measurements;
  /** Who stands with whom in the picture; undefined before it is first asked for. */
  alliances: MeasuresState | undefined;
  /** What draws by own rules and widths, once a view has had some. */
  painter?: Painter | undefined;
  /** What the panel of details tells of: what is selected, who stands with whom, or the story being composed. */
  reading: Reading;
  /** The node or edge under the pointer or the keyboard's focus on the canvas. */
  hovered: string | undefined;
  /** Details of the one selected node or edge. */
  node: Loadable<NodeAnswer>;
  edge: Loadable<EdgeAnswer>;
  /** All edges between the ends of the one selected edge, or the two selected nodes, whether or not the filters show them. */
  pair: Loadable<readonly GraphEdge[]>;
  /** All relations of the one selected node, whether or not the filters show them. */
  relations: Loadable<Graph>;
  /** The shortest path or paths between the two nodes that the view names. */
  path: { from: string; to: string; all: boolean; found: Loadable<PathsAnswer> } | undefined;
  /** The node from which a path is to be found, while its other end is being picked. */
  pathFrom: string | undefined;
  search: { text: string; found: Loadable<SearchResult> };
  /** What the open menu is of (nothing but the ground, a node or edge, or several), and where, in CSS pixels. */
  menu: { keys: readonly string[]; x: number; y: number } | undefined;
  /** Nodes to begin with where the canvas is empty. */
  suggested: Loadable<readonly GraphNode[]>;
  /** How the node of the open menu is connected. */
  menuNode: Loadable<NodeAnswer>;
  /** What dragging on the ground of the picture does. */
  tool: Tool;
  /** What the list of the graph shows. */
  listing: Listing;
  /** Whether the command palette is open. */
  palette: boolean;
  /** The story being shown. */
  story: Loadable<Story>;
  /** What a screen reader is told next. */
  announcement: string;
}

export type ExplorerStore = SettlingStore<ExplorerState>;

/** Stops what was started, cancels its requests and forgets its subscriptions. */
export type Close = () => void;

/** A new store on a view, with nothing loaded. */
export function createExplorerStore(view: View, linkProblems: readonly ErrorDetail[] = []): ExplorerStore {
  return createSettlingStore<ExplorerState>({
    view,
    history: beginHistory(view),
    linkProblems,
    missing: undefined,
    repairedView: undefined,
    status: undefined,
    reachable: undefined,
    attempt: 0,
    behind: false,
    schema: { state: 'idle' },
    graph: { state: 'idle' },
    refreshing: false,
    timeline: { state: 'idle' },
    positions: new Map(),
    measurements: {},
    alliances: undefined,
    reading: 'details',
    playing: false,
    speed: 1,
    hovered: undefined,
    node: { state: 'idle' },
    edge: { state: 'idle' },
    pair: { state: 'idle' },
    relations: { state: 'idle' },
    path: undefined,
    pathFrom: undefined,
    search: { text: '', found: { state: 'idle' } },
    menu: undefined,
    suggested: { state: 'idle' },
    menuNode: { state: 'idle' },
    tool: 'move',
    listing: 'nodes',
    palette: false,
    story: { state: 'idle' },
    announcement: '',
  });
}
