import { type Element, readElements } from './elements.ts';

/** A line of text as it stands in a picture. Lengths in pixels. */
export interface Word {
  text: string;
  x: number;
  /** Where its letters stand. */
  y: number;
  size: number;
  /** Which part of it is at `x`, seen from the left. */
  anchor: 'left' | 'middle' | 'right';
}

/** What a picture says: of itself, and in the order in which it is written. */
export interface Words {
  title: string;
  description: string;
  words: Word[];
}

/** Reads what one of our own pictures says, none of which is turned or scaled. */
export function readWords(svg: string): Words {
  const document = readElements(svg);
  const said = (name: string) => document.inner.find((each) => each.name === name)?.text ?? '';
  return { title: said('title'), description: said('desc'), words: wordsIn(document) };
}

function wordsIn(element: Element): Word[] {
  if (element.name !== 'text') return element.inner.flatMap(wordsIn);
  const { x, y, direction, 'font-size': size, 'text-anchor': anchor = 'start' } = element.attributes;
  const isLeft = (anchor === 'start') === (direction !== 'rtl');
  return [
    {
      text: element.text,
      x: Number(x ?? 0),
      y: Number(y ?? 0),
      size: Number(size ?? 12),
      anchor: anchor === 'middle' ? 'middle' : isLeft ? 'left' : 'right',
    },
  ];
}
