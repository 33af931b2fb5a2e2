import { SaxesParser } from 'saxes';
import { EntenteError } from '../../core/model/errors.ts';

/** An element of an SVG document with what is in it; `text` is its own text without that of elements inside. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  inner: Element[];
  text: string;
}

/**
 * Reads an SVG document as a tree.
 *
 * @throws EntenteError `internal` when it is not well-formed
 */
export function readElements(svg: string): Element {
  const root: Element = { name: '', attributes: {}, inner: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw new EntenteError('internal', 'The picture is no well-formed SVG.', { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, inner: [], text: '' };
    open.at(-1)?.inner.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    const around = open.at(-1);
    if (around) around.text += text;
  });
  parser.write(svg).close();
  const [document] = root.inner;
  if (document?.name === 'svg') return document;
  throw new EntenteError('internal', 'The picture is no SVG.');
}
