/** The address as given, when it is one that a page may open: http or https, nothing else. */
export function safeAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href;
}
