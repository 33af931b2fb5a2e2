/**
 * Listens to what happens on an element.
 *
 * @returns what ends that
 */
export function listenOn(
  element: HTMLElement,
  listeners: { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void },
  options?: AddEventListenerOptions,
): () => void {
  const ended = new AbortController();
  for (const [name, listener] of Object.entries(listeners))
    element.addEventListener(name, listener as EventListener, { ...options, signal: ended.signal });
  return () => ended.abort();
}
