/** How long what was started is kept for the picture to take over, in milliseconds. */
const KEPT = 10_000;

new OffscreenCanvas(1, 1).getContext('webgl2');
self.postMessage(undefined);
setTimeout(() => self.close(), KEPT);
