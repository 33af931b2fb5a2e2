import { HEAVY_FROM } from '../../../server/core/labels/on-edges.ts';
import { LINE_HEIGHT, readAs, wrapLabel } from '../../../server/core/labels/text.ts';
import { maxOf } from '../../../server/core/numbers/extremes.ts';
import type { DrawnNode } from '../../../server/core/scene/build.ts';

const FAMILY = '"Inter Variable", Inter, system-ui, sans-serif';

/** A font of the product's family, as a canvas takes it. */
export function fontOf(weight: number, size: number): string {
  return `${weight} ${size.toFixed(1)}px ${FAMILY}`;
}

export interface MeasuredLabel {
  lines: readonly string[];
  font: string;
  width: number;
  height: number;
}

/** Lines, font and pixels of a node's label; measured widths are remembered until `forget`. */
export interface LabelText {
  of(node: DrawnNode, size: number, whole: boolean): MeasuredLabel;
  widthOf(text: string, font: string): number;
  forget(): void;
}

/** Measures labels with a canvas's context. */
export function createLabelText(context: CanvasRenderingContext2D): LabelText {
  const widths = new Map<string, number>();
  const widthOf = (text: string, font: string) => {
    const key = `${font}\n${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
  return {
    widthOf,
    of(node, size, whole) {
      const label = whole ? wrapLabel(node.caption, true) : node.label;
      const lines = readAs(node.caption, label.lines);
      const font = fontOf(node.size >= HEAVY_FROM ? 600 : 450, size);
      const width =
        maxOf(
          lines.map((line) => widthOf(line, font)),
          0,
        ) + 4;
      return { lines, font, width, height: lines.length * LINE_HEIGHT * size };
    },
    forget: () => widths.clear(),
  };
}
