/**
 * What comes before the addresses that this page asks for: nothing, unless a frame with `sandbox` walls it off. It
 * then has no origin, and the server knows it by the pass that came with it.
 */
export const ASKED_AT: string = self.origin === 'null' ? (document.body.dataset.pass ?? '') : '';
