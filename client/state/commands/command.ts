import type { Format } from '../../../server/core/formats/format.ts';
import { indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { Actions } from '../actions.ts';
import type { OwnScheme } from '../looks/colour-scheme.ts';
import type { Panel } from '../panels.ts';
import type { ExplorerState, ExplorerStore } from '../store.ts';

/** What a command acts on: what is selected, or what a menu was opened of. Only what is in the picture. */
export interface Subject {
  nodes: readonly string[];
  edges: readonly string[];
}

export const GROUPS = ['What is shown', 'Selection', 'Paths', 'Picture', 'Page'] as const;
export type Group = (typeof GROUPS)[number];

/** What the context menu is of. */
export type MenuKind = 'node' | 'edge' | 'several' | 'ground';

/** One thing a person can do, by whatever way they come to it: key, menu, palette or button. */
export interface Command {
  id: string;
  group: Group;
  /** What it does, said without what it would act on just now. */
  title: string;
  /** The same, told for the present state where that says more. */
  titleNow?: (state: ExplorerState, subject: Subject) => string;
  /** Keys as {@link chordOf} names them; where several commands have one, the first available runs. */
  keys?: readonly string[];
  /** The menus it is in. */
  menus?: readonly MenuKind[];
  /** Whether it is of what a menu is open of, and nowhere else. */
  onlyInMenu?: true;
  /** In a menu: the menu of its own that it stands in, and what it is called there. */
  submenu?: { of: string; title: string };
  /** Whether it would do something now. */
  isAvailable: (state: ExplorerState, subject: Subject) => boolean;
  run: (subject: Subject) => void;
}

/** The filters that are set in a field of their own. */
export type FilterField = 'text' | 'minDegree' | 'core' | 'backbone' | 'nearest' | 'property';

/** What commands need of the page round the state. */
export interface PagePort {
  fit: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  focusOn: (key: string) => void;
  openSearch: () => void;
  openHelp: () => void;
  openPanel: (panel: Panel) => void;
  /** Takes the keyboard to the field of a filter, which it opens the legend for. */
  openFilter: (filter: FilterField) => void;
  copyLink: () => void;
  /** Opens the dialog that saves the picture. */
  openTakeAway: () => void;
  /** Prints the picture with its legend on a sheet of its own. */
  print: () => void;
  /** Saves the graph in the picture as a file. */
  save: (format: Format) => void;
  openShare: () => void;
  /** Opens the dialog that says how the view is cited. */
  openCite: () => void;
  /** Has files chosen, to be shown instead of the database. */
  openFile: () => void;
  /** Goes back from files to the database. */
  closeFile: () => void;
  /** Adds the view as a step to the story that is being composed. */
  captureStep: () => void;
}

/** What commands are made of. */
export interface CommandWorld {
  store: ExplorerStore;
  actions: Actions;
  scheme: OwnScheme;
  page: PagePort;
}

/** Keys as nodes and edges of the picture. */
export function subjectOf(state: ExplorerState, keys: readonly string[]): Subject {
  const { nodes, edges } = indexOf(shownGraph(state));
  return {
    nodes: keys.filter((key) => nodes.has(key)),
    edges: keys.filter((key) => edges.has(key)),
  };
}

/** What commands act on that no menu was opened for. */
export function selectedSubject(state: ExplorerState): Subject {
  return subjectOf(state, state.view.select ?? []);
}

/** What a menu of a subject is called for. */
export function menuKindOf({ nodes, edges }: Subject): MenuKind {
  if (nodes.length + edges.length > 1) return 'several';
  return nodes.length > 0 ? 'node' : edges.length > 0 ? 'edge' : 'ground';
}

export const always = () => true;
