/**
 * What cannot stand as it is. XML 1.0 can hold most control characters, half of a surrogate pair, U+FFFE and U+FFFF
 * no way at all; line breaks and tabs in an attribute would be read as spaces, and a carriage return nowhere.
 */
const SPECIAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u001f&<>"\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for an element or an attribute; what XML 1.0 forbids becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? '\ufffd');
}

/** Attributes of an element, each with the space before it; those without a value are left out. */
export function xmlAttributes(attributes: Readonly<Record<string, string | undefined>>): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${xmlText(value)}"`;
  }
  return text;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
