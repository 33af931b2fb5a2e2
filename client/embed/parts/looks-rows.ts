import { edgeLook } from '../../../server/core/looks/look.ts';
import { type LooksRow, looksKey } from '../../../server/core/looks/looks-key.ts';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import type { ExplorerState } from '../../state/store.ts';
import { element } from './element.ts';
import { edgeGlyph, nodeGlyph, sizeGlyph } from './glyphs.ts';
import { row } from './legend-row.ts';

/** On what places, sizes, colours, shapes and widths mean, where that is not the usual: each under its heading. */
export function looksRows(state: ExplorerState): HTMLElement[] {
  const looks = nodeLooks(state);
  const coloured = looks.says?.colour !== undefined;
  const groups: HTMLElement[] = [];
  let rows: HTMLElement | undefined;
  for (const each of looksKey(looks)) {
    if (each.kind === 'heading') {
      rows = element('ul');
      groups.push(group(each.title, rows));
    } else rows?.append(row(glyphOf(each, coloured), each.title));
  }
  return groups;
}

function group(title: string, rows: HTMLElement): HTMLElement {
  return element('li', { class: 'group' }, element('strong', { dir: 'auto' }, title), rows);
}

function glyphOf(each: LooksRow, coloured: boolean): SVGElement | undefined {
  if (each.kind === 'colour') return nodeGlyph('circle', `var(--palette-${each.fill})`);
  if (each.kind === 'shape') return nodeGlyph(each.shape, coloured ? 'var(--text-muted)' : undefined);
  if (each.kind === 'size') return sizeGlyph(each.radius);
  if (each.kind === 'width')
    return edgeGlyph({ ...edgeLook({ sign: 0, properties: {} }), width: each.width });
  return undefined;
}
