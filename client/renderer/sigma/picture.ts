import { itemScale } from '../../../server/core/geometry/frame.ts';
import type { GroupTitle } from '../../../server/core/labels/group-titles.ts';
import { reachOf } from '../../../server/core/looks/look.ts';
import { THEMES, type Theme } from '../../../server/core/looks/theme.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../../../server/core/scene/build.ts';
import type { Emphasis } from '../emphasis/emphasis.ts';
import { mix } from '../emphasis/fade.ts';
import { nodeUnder } from '../input/hit.ts';
import { HeldSigma, withoutHover } from './held-sigma.ts';
import { createPrimitives, PATTERN_NUMBERS } from './primitives.ts';

/** Side of the square of layout units that Sigma maps to its own; any fixed one would do. */
export const WORLD = 1000;
/** Above this many nodes and edges the picture is drawn plainly: straight, unbroken and thin lines. */
export const MOST_RICH = 2000;
/** How much stronger lines are than in the legend: at rest the whole picture is mostly made smaller. */
const LINE = 1.25;
/** How much of a line's colour the ground takes in a plain picture: thousands in full would hide the nodes. */
export const PLAIN_MIX = 0.55;
/** How much smaller nodes are in a plain picture. */
export const PLAIN_SIZE = 0.7;

/** What nodes and edges are drawn by, besides the graph. Changed in place, then shown by `refresh`. */
export interface Appearance {
  theme: Theme;
  emphasis: Emphasis | undefined;
  selected: ReadonlySet<string>;
  /** How far the rest has faded, from 0 to 1. */
  fade: number;
  plain: boolean;
  /** Names written over groups of nodes. */
  titles: readonly GroupTitle[];
  /** Pixels per layout unit at Sigma's camera ratio of 1. */
  unit: number;
}

export type Picture = HeldSigma;

export function newAppearance(): Appearance {
  return {
    theme: THEMES.light,
    emphasis: undefined,
    selected: new Set(),
    fade: 0,
    plain: false,
    titles: [],
    unit: 1,
  };
}

/**
 * Starts Sigma in an element.
 *
 * @throws EntenteError when the browser has no WebGL 2.
 */
export function createPicture(graph: DrawnGraph, host: HTMLElement, appearance: Appearance): Picture {
  const picture = withoutHover(orExplain(() => newSigma(graph, host, appearance)));
  picture.nodeAt = (point) => {
    const scale = appearance.unit / picture.getCamera().ratio;
    return nodeUnder(graph, picture.viewportToGraph(point), scale, nodeScale(appearance, scale));
  };
  picture.setCustomBBox({ x: [-WORLD / 2, WORLD / 2], y: [-WORLD / 2, WORLD / 2] });
  return picture;
}

/** Pixels per layout unit of radii. */
export function nodeScale({ plain }: Appearance, scale: number): number {
  return itemScale(scale, plain) * (plain ? PLAIN_SIZE : 1);
}

/** Asking for WebGL only once drawing has failed: a context made just to try costs as much as the one that draws. */
function orExplain(create: () => Picture): Picture {
  try {
    return create();
  } catch (cause) {
    if (hasWebGl()) throw cause;
    throw new EntenteError(
      'internal',
      'This browser cannot draw the graph, because WebGL 2 is missing or switched off. Use the table, or ' +
        'switch hardware acceleration on in the browser’s settings.',
      { cause },
    );
  }
}

function newSigma(graph: DrawnGraph, host: HTMLElement, appearance: Appearance): Picture {
  return new HeldSigma(graph, host, {
    primitives: createPrimitives() as object,
    styles: {
      nodes: {
        x: { attribute: 'x' },
        y: { attribute: 'y' },
        shape: { attribute: 'shape' },
        cursor: 'pointer',
        labelVisibility: 'hidden',
      },
      edges: {
        path: 'straight',
        parallelPath: 'curved',
        selfLoopPath: 'loop',
        parallelSpread: 0.22,
        cursor: 'pointer',
        labelVisibility: 'hidden',
      },
      stage: { cursor: ({ isPanning }) => (isPanning ? 'grabbing' : 'default') },
    },
    nodeReducer: (key, _data, attributes) => nodeStyle(appearance, key, attributes as DrawnNode),
    edgeReducer: (key, _data, attributes) => edgeStyle(appearance, key, attributes as DrawnEdge),
    settings: settings(appearance),
  });
}

function settings(appearance: Appearance) {
  return {
    itemSizesReference: 'screen',
    zoomToSizeRatioFunction: (ratio: number) => 1 / itemScale(appearance.unit / ratio, appearance.plain),
    stagePadding: 0,
    renderLabels: false,
    renderEdgeLabels: false,
    // Having the graphics card draw all lines once more for each move of the pointer, to tell which one is
    // under it, is what makes big graphs slow; asking their geometry is cheap.
    enableEdgeEvents: false,
    minEdgeThickness: 0.9,
    enableNodeDrag: true,
    enableCameraRotation: false,
    doubleClickZoomingRatio: 1,
    zoomDuration: 120,
    inertiaDuration: 120,
    allowInvalidContainer: true,
  } as const;
}

function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers allow only some contexts at a time; the probe must not hold one.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

function nodeStyle({ theme, emphasis, fade, plain }: Appearance, key: string, node: DrawnNode) {
  const kept = !emphasis || emphasis.nodes.has(key);
  const fill = (node.fill === undefined ? undefined : theme.palette[node.fill]) ?? theme.fills[node.shape];
  return {
    size: node.size * reachOf(node.shape) * (plain ? PLAIN_SIZE : 1),
    color: kept ? fill : mix(fill, theme.faded, fade),
    depth: emphasis?.nodes.has(key) ? 'topNodes' : 'nodes',
  };
}

function edgeStyle(appearance: Appearance, key: string, edge: DrawnEdge) {
  const { theme, emphasis, selected, fade, plain } = appearance;
  const raised = emphasis?.edges.has(key) || selected.has(key);
  const kept = !emphasis || raised;
  const colour = theme[edge.colour];
  const style = {
    color: kept ? colour : mix(colour, theme.faded, fade),
    depth: raised ? 'topEdges' : 'edges',
  };
  if (plain) {
    const color = raised ? colour : mix(style.color, theme.ground, PLAIN_MIX);
    return { ...style, color, size: raised ? 2 : 0.9, head: 'none', parallelPath: 'straight', pattern: 0 };
  }
  return {
    ...style,
    size: LINE * edge.width + (selected.has(key) ? 1.6 : 0) + (emphasis?.edges.has(key) ? fade * 0.6 : 0),
    head: edge.width < 1.4 ? 'slimArrow' : 'arrow',
    pattern: PATTERN_NUMBERS[edge.pattern],
  };
}
