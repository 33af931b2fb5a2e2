/** The elements the picture is drawn on, in their container. */
export interface Stage {
  root: HTMLElement;
  /** For Sigma, which empties it when it is killed. */
  host: HTMLElement;
  /** Over the host, for labels and rings; lets the pointer through. */
  overlay: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  kill(): void;
}

const DESCRIPTION =
  'Arrow keys go from a node to its neighbour in that direction; Page Down and Page Up go through all ' +
  'nodes, the most connected first. Enter selects, with Shift adding to the ' +
  'selection. Shift and F10 opens the menu. Plus and minus zoom, zero shows everything, Escape clears the ' +
  'selection. F1 opens everything that can be done. The same graph is available as an outline and as a table.';

let stages = 0;

/** Builds the stage in a container, which it fills; `kill` takes all of it out again. */
export function createStage(container: HTMLElement, describe = DESCRIPTION): Stage {
  const root = document.createElement('div');
  const host = document.createElement('div');
  const overlay = document.createElement('canvas');
  const description = document.createElement('div');
  const context = overlay.getContext('2d') as CanvasRenderingContext2D;
  description.id = `picture-description-${++stages}`;
  description.textContent = describe;
  description.hidden = true;
  root.tabIndex = 0;
  root.setAttribute('role', 'application');
  root.setAttribute('aria-label', 'Graph');
  root.setAttribute('aria-roledescription', 'graph');
  root.setAttribute('aria-describedby', description.id);
  overlay.setAttribute('aria-hidden', 'true');
  Object.assign(root.style, { position: 'absolute', inset: '0', overflow: 'hidden', outline: 'none' });
  Object.assign(host.style, { position: 'absolute', inset: '0' });
  Object.assign(overlay.style, {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    pointerEvents: 'none',
  });
  root.append(host, overlay, description);
  container.append(root);
  return { root, host, overlay, context, kill: () => root.remove() };
}
