/** A text as it is compared: without regard to case, accents and compatibility forms (Unicode NFKD). */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
