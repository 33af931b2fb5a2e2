const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with attributes and content; content that is text stays text, whatever it holds. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...content: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, content);
}

/** The same of SVG. */
export function drawing<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...content: readonly Node[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(SVG, name), attributes, content);
}

function fill<E extends Element>(
  made: E,
  attributes: Attributes,
  content: readonly (Node | string | undefined)[],
): E {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, String(value));
  made.append(...content.filter((part) => part !== undefined));
  return made;
}

/** The element of the page that has an id. Throws where the page was not made for this script. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element with the id "${id}".`);
  return found;
}
