import { EntenteError } from '../../../server/core/model/errors.ts';

/**
 * A picture in SVG as PNG, by the browser's own drawing.
 *
 * @throws EntenteError when it is larger than the browser can draw
 */
export async function pngOf(svg: string, width: number, height: number, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob && blob.size > 0) return blob;
  } catch (cause) {
    throw tooLarge(cause);
  } finally {
    URL.revokeObjectURL(address);
  }
  throw tooLarge();
}

function tooLarge(cause?: unknown): EntenteError {
  const message =
    'This browser cannot draw a picture this large. Choose a smaller size or resolution, or SVG.';
  return new EntenteError('too_large', message, { cause });
}

/**
 * Prints a picture alone on a page of its own size: the way out where the server draws no PDF, as the
 * browser's dialog saves one too.
 */
export function print(svg: string, width: number, height: number): void {
  const frame = document.createElement('div');
  frame.className = 'printed-picture';
  frame.innerHTML = svg;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page{size:${width}px ${height}px;margin:0}
@media screen{.printed-picture{display:none}}
@media print{body>*:not(.printed-picture){display:none!important}.printed-picture svg{display:block}
html,body{margin:0;background:none;print-color-adjust:exact}}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(frame);
  const tidy = () => {
    frame.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  addEventListener('afterprint', tidy, { once: true });
  window.print();
}
