import type { Close } from '../../state/store.ts';

/**
 * Prepares the page for paper. There it is light, but its picture is printed as it stands: a dark one with its ground.
 * In a frame, which paper does not make higher, nothing may grow, as that would push out the credit.
 */
export function preparePrint(stage: HTMLElement): Close {
  if (isFramed()) document.body.dataset.framed = '';
  const beforePrint = () => {
    const look = getComputedStyle(document.documentElement);
    const ground = look.colorScheme === 'dark' ? look.getPropertyValue('--ground') : 'transparent';
    stage.style.setProperty('--printed-ground', ground);
  };
  addEventListener('beforeprint', beforePrint);
  return () => removeEventListener('beforeprint', beforePrint);
}

/** Whether the page stands in another. */
export function isFramed(): boolean {
  return window.parent !== window;
}
