import { itemScale } from '../../../server/core/geometry/frame.ts';
import { THEMES } from '../../../server/core/looks/theme.ts';
import { LEAST_LINE, nodeScale } from '../../../server/core/looks/weights.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../../../server/core/scene/build.ts';
import { nodeUnder } from '../input/hit.ts';
import './programs-drawn.ts';
import { HeldSigma } from './held-sigma.ts';
import { hitByNodeAt } from './hits.ts';
import { endHoverReads } from './hover-reads.ts';
import { createPrimitives } from './primitives.ts';
import { type Appearance, edgeStyle, LINE_UNITS, nodeStyle } from './styles.ts';

export type { MouseCoords, RenderParams } from 'sigma/types';
export type { Appearance };

/** Side of the square of layout units that Sigma maps to its own; any fixed one would do. */
export const WORLD = 1000;
export type Picture = HeldSigma;

export function newAppearance(): Appearance {
  return {
    theme: THEMES.light,
    emphasis: undefined,
    selected: new Set(),
    fade: 0,
    plain: false,
    titles: [],
    textSize: undefined,
    unit: 1,
  };
}

/**
 * Starts Sigma in an element.
 *
 * @throws EntenteError when the browser has no WebGL 2.
 */
export function createPicture(graph: DrawnGraph, host: HTMLElement, appearance: Appearance): Picture {
  const picture = orExplain(() => newSigma(graph, host, appearance));
  hitByNodeAt(picture);
  endHoverReads(picture);
  picture.nodeAt = (point) => {
    const scale = appearance.unit / picture.getCamera().ratio;
    return nodeUnder(graph, picture.viewportToGraph(point), scale, nodeScale(scale, appearance.plain));
  };
  picture.setCustomBBox({ x: [-WORLD / 2, WORLD / 2], y: [-WORLD / 2, WORLD / 2] });
  return picture;
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
        cursor: 'pointer',
        labelVisibility: 'hidden',
      },
      edges: {
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
    // Nothing is drawn to look clicks up in, which would otherwise be made anew in the size of the canvas each frame.
    pickingDownSizingRatio: 1e6,
    minEdgeThickness: LINE_UNITS * LEAST_LINE,
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
