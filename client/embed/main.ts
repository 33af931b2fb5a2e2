import './styles/page.css';
import './styles/stage.css';
import './styles/controls.css';
import './styles/story.css';
import './styles/words.css';
import './styles/surroundings.css';
import { config } from 'zod/mini';
import { createCall } from '../api.ts';
import { installThemes } from '../renderer/theme-sheet.ts';
import { openEmbed } from './open.ts';
import { ASKED_AT } from './pass.ts';
import { sayGone } from './say-gone.ts';
import { createSharedFetch } from './shared-fetch.ts';

// The content security policy forbids the code that zod would otherwise generate to be quicker.
config({ jitless: true });
installThemes(document);
const home = document.documentElement.dataset.published;
const search = location.search.slice(1);
// What is gone its page says, and there is nothing to be drawn.
if (document.body.dataset.gone !== undefined) sayGone(search);
else if (home === undefined)
  openEmbed(search, createCall({ base: ASKED_AT, fetcher: createSharedFetch(window) }));
else void import('./published.ts').then(({ openPublishedEmbed }) => openPublishedEmbed(home));
