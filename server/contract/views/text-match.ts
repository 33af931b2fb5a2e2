/** A text as it is compared: without regard to case, accents and compatibility forms (Unicode NFKD). */
export function folded(text: string): string {
  // Most texts have none, and looking for them takes several times as long as the rest.
  if (!/[^\0-\x7F]/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
