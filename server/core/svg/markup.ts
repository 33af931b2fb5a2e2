import { xmlAttributes, xmlText } from '../formats/xml.ts';

/** Attributes of an element; numbers are rounded to a hundredth, what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element as text; its attributes are escaped, its `inner` is markup already. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  const texts = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, typeof value === 'number' ? round(value) : value]),
  );
  return `<${name}${xmlAttributes(texts)}${inner ? `>${inner}</${name}>` : '/>'}`;
}

/** Text as the content of an element. */
export const escaped = xmlText;

/** A length as SVG writes it. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
