/** What of a key event says which keys are held. */
export interface Held {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/**
 * The name of keys that are held together: `Ctrl+Shift+Z`, `?`, `Delete`. Ctrl and Cmd are one. Shift is
 * named with letters and named keys only, as it depends on the keyboard which signs need it.
 */
export function chordOf({ key, ctrlKey, metaKey, shiftKey }: Held): string {
  const letter = /^\p{L}$/u.test(key);
  const named = key.length > 1;
  const shift = shiftKey && (letter || named) ? 'Shift+' : '';
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${shift}${letter ? key.toUpperCase() : key}`;
}

const SIGNS: Readonly<Record<string, string>> = { Escape: 'Esc', '-': '−' };

/** Keys as they are printed: `Ctrl Shift Z`. */
export function chordInWords(chord: string): string {
  const parts = chord === '+' ? ['+'] : chord.split(/\+(?!$)/);
  return parts.map((part) => SIGNS[part] ?? part).join(' ');
}
