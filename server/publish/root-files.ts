import { escapeHtml } from '../core/words/html.ts';
import type { Files } from './files.ts';

/** What a published folder says at its top of the snapshots in it. */
export interface Root {
  title: string;
  newest: string;
  /** All in it, the newest too. */
  snapshots: readonly string[];
  /** The address of the folder, ending in a slash; undefined where it is not known. */
  base: string | undefined;
  /** The pages of the newest that a search engine should know, relative to its folder. */
  pages: readonly string[];
}

/** The files beside the folders of the snapshots: what leads to the newest, and how to serve it all. */
export function rootFiles(root: Root): Files {
  const { newest, base, pages } = root;
  const sitemap = base && `${base}sitemap.xml`;
  const files: Files = new Map([
    ['index.html', indexPage(root)],
    ['to-newest.js', `location.replace('./${newest}/index.html' + location.search + location.hash);\n`],
    ['embed.js', `import './${newest}/embed.js';\n`],
    ['README.md', readme(root)],
    ['robots.txt', `User-agent: *\nAllow: /\n${sitemap ? `Sitemap: ${sitemap}\n` : ''}`],
    // GitHub Pages would leave out files that begin with an underscore.
    ['.nojekyll', ''],
  ]);
  if (base) {
    const urls = pages.map((page) => `  <url><loc>${escapeHtml(`${base}${newest}/${page}`)}</loc></url>`);
    files.set(
      'sitemap.xml',
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    );
  }
  return files;
}

function indexPage({ title, newest, snapshots }: Root): string {
  const older = snapshots.filter((each) => each !== newest);
  const list = older.map((each) => `<li><a href="./${each}/index.html">${each}</a></li>`).join('');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}: Entente</title>
    <link rel="icon" href="data:,">
    <script src="./to-newest.js"></script>
    <meta http-equiv="refresh" content="1; url=./${newest}/index.html">
  </head>
  <body>
    <h1>${escapeHtml(title)}</h1>
    <p><a href="./${newest}/index.html">The newest snapshot, ${newest}</a></p>
    ${list && `<p>Older snapshots:</p><ul>${list}</ul>`}
  </body>
</html>
`;
}

function readme({ title, newest, snapshots, base }: Root): string {
  const example = base ?? 'https://example.org/graphs/';
  return `# ${title}

A folder published by Entente. It needs no server of its own: any host of files can serve it, under any path and
without a header of its own, such as GitHub Pages, S3 or a newspaper's host. To look at it here: \`npx serve\`.

- \`index.html\` leads to the newest snapshot, \`${newest}\`. All in it: ${snapshots.map((each) => `\`${each}\``).join(', ')}.
- \`${newest}/index.html\` is the explorer. A link into it keeps its data as long as the folder is kept.
- \`${newest}/embed/\` has the pages for frames of other sites, of the whole and of each step of each story. Each says
  the same as a still picture and as text without a script.
- \`${newest}/stories/\` has the stories as plain text.
- The web component, of this snapshot:

\`\`\`html
<script type="module" src="${example}${newest}/embed.js"></script>
<entente-graph view="" style="display:block;min-height:480px"><a href="${example}${newest}/index.html"><img
  src="${example}${newest}/embed/card.png" alt="${escapeHtml(title)}" width="600" height="315" loading="lazy"></a></entente-graph>
\`\`\`

## What it cannot do

- Cypher, and pictures as PDF: both need a running Entente.
- Opened from a disk (\`file://\`), browsers load neither modules nor data: the pages under \`embed/\` show still pictures
  and text, and the explorer says so.
- In a frame with \`sandbox="allow-scripts"\` alone, a page has no origin. Its still picture and text are there; it is
  live only where the host sends \`Access-Control-Allow-Origin: *\`, as GitHub Pages does.
${base ? '' : '- It was published without `--base`: previews of links have no picture, and there is no sitemap and no oEmbed.\n'}
Names in \`assets/\`, \`data/\` and \`stills/\` change with their content, so a cache may keep them for ever.
`;
}
