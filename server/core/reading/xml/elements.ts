import { SaxesParser } from 'saxes';
import { refusal } from '../faults.ts';

/** An element with all that stands in it, but containers. Names are without their prefixes. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Its own text, not that of its children. */
  text: string;
  children: XmlElement[];
  line: number;
}

/** Characters handed to the parser at once. */
const PIECE = 65_536;
/** So deep may elements stand in each other. */
const MOST_DEPTH = 1_000;

/**
 * Reads XML element by element, so that only one at a time is held. A document type that declares entities is
 * refused unread: nested ones grow without bound.
 *
 * @param containers names of elements that are not held themselves; what stands in them is found one by one
 * @param found is given each element at its end, with the elements it stands in, the outermost first
 * @throws EntenteError `invalid_request` for what is not well-formed, with its line
 */
export function readXml(
  text: string,
  file: string,
  containers: ReadonlySet<string>,
  found: (element: XmlElement, parents: readonly XmlElement[]) => void,
): void {
  const parser = new SaxesParser({ position: true });
  const open: XmlElement[] = [];
  const fail = (message: string) =>
    refusal(
      `${file}:${parser.line}`,
      `is not well-formed XML: ${message} Repair the file, or save it again.`,
    );
  parser.on('error', ({ message }) => {
    throw fail(`${message.replace(/^(?:\d+:\d+: )?/, '').replace(/\.?$/, '.')}`);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      throw refusal(
        `${file}:${parser.line}`,
        'declares entities, which are not read; save it without a DOCTYPE.',
      );
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MOST_DEPTH) throw fail(`elements are nested more than ${MOST_DEPTH} deep.`);
    open.push({
      name: localName(name),
      attributes: attributes as Record<string, string>,
      text: '',
      children: [],
      line: parser.line,
    });
  });
  const onText = (more: string) => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    const element = open.pop() as XmlElement;
    const parent = open.at(-1);
    if (!parent || containers.has(parent.name)) found(element, open);
    else if (!containers.has(element.name)) parent.children.push(element);
  });
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The first child of a name. */
export function childOf({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((each) => each.name === name);
}

/** The nearest of the elements around that has a name. */
export function nearestOf(parents: readonly XmlElement[], name: string): XmlElement | undefined {
  return parents.findLast((each) => each.name === name);
}

/** The first element of a name within, at any depth. */
export function within(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) {
    const found = child.name === name ? child : within(child, name);
    if (found) return found;
  }
  return undefined;
}

/** All the text within, at any depth. */
export function allText(element: XmlElement): string {
  return element.text + element.children.map(allText).join('');
}
