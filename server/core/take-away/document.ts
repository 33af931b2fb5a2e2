import { escaped } from '../svg/markup.ts';
import { drawPicture } from '../svg/picture.ts';
import { captionMarkup } from '../words/caption-markup.ts';
import { drawnOf } from './gather.ts';
import type { TakeAwayBundle, Taken } from './taken.ts';

/** The size of the still picture that shows before the script runs, or without it. */
const STILL = { width: 1200, height: 720 };

/**
 * A view or story as one HTML document that needs nothing else: data, script and styles inside. Its policy lets it
 * ask nothing of anybody. Without a script it shows the first picture and every caption.
 */
export function takeAwayDocument(taken: Taken, { script, style }: TakeAwayBundle): string {
  const policy = [
    "default-src 'none'",
    `script-src '${script.digest}'`,
    `style-src '${style.digest}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const [first] = taken.steps;
  const still = first
    ? drawPicture({ ...drawnOf(taken, first), ...STILL, theme: taken.theme ?? 'light' }).svg
    : '';
  const captions = taken.steps
    .filter(({ caption, title }) => title || caption.length > 0)
    .map(
      ({ title, caption }) =>
        `<li>${title ? `<h2 dir="auto">${escaped(title)}</h2>` : ''}${captionMarkup(caption)}</li>`,
    );
  const theme = taken.theme ? ` data-theme="${taken.theme}"` : '';
  // Every "<" is written otherwise, so that nothing in the data can end the element it stands in.
  const data = JSON.stringify(taken).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en"${theme}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Entente">
<title>${escaped(taken.title)}</title>
<style>${style.text}</style>
</head>
<body>
<header><h1 dir="auto">${escaped(taken.title)}</h1>${taken.summary ? `<p dir="auto">${escaped(taken.summary)}</p>` : ''}</header>
<main id="stage">${still}</main>
<ol id="captions">${captions.join('')}</ol>
<footer>${escaped(taken.credit)}</footer>
<script type="application/json" id="data">${data}</script>
<script>${script.text}</script>
</body>
</html>
`;
}
