import { createClient } from './api/client.js';
import { byId, h } from './dom.js';
import { appView } from './views/app-view.js';
import { keyView } from './views/key-view.js';
import { language, words } from './words/words.js';

const page = byId('page');
const session = byId('session');
document.documentElement.lang = language;

/** @param {string} key */
async function enter(key) {
  const client = createClient({ key, language });
  /** @type {{ readonly apps: readonly import('./api/types.d.ts').App[] }} */
  const { apps } = await client.read('/v1/apps');
  // Loading the page anew is the one way to be sure that nothing holds the key any more
  session.replaceChildren(
    h('button', { type: 'button', click: () => window.location.reload() }, words.signOut),
  );
  page.replaceChildren(appView(client, apps));
}

page.replaceChildren(keyView(enter));
