import './styles/index.css';
import { config } from 'zod/mini';
import { openExplorer } from './panels/page/explorer.tsx';
import { installThemes } from './renderer/theme-sheet.ts';

// The content security policy forbids the code that zod would otherwise generate to be quicker.
config({ jitless: true });
installThemes(document);
const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root".');
// The workbench's code is loaded on its own page only; the explorer is loaded at once and waits for nothing.
if (/\/cypher\/?$/.test(location.pathname)) {
  document.title = 'Cypher: Entente';
  void import('./panels/workbench/start.tsx').then(({ openWorkbench }) => openWorkbench(root));
} else if (location.hash === '#notes') {
  void import('./panels/story/notes.tsx').then(({ openNotes }) => openNotes(root));
} else {
  // The picture is fetched while the first answers are on their way, not after them.
  void import('./renderer/mount.ts').catch(() => undefined);
  void openExplorer(root);
}
