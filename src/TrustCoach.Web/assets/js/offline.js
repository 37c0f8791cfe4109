// Makes the app open and log without a network, shows what waits, and sends it when there is one again.
import { wrongClock } from './clock.js';
import { discard, flush, waiting } from './outbox.js';
import { get, person, put, remove } from './store.js';
import { toast } from './toast.js';

const signedIn = document.body.dataset.person;
const fresh = 10 * 60 * 1000;
let again;

start();
document.addEventListener('outbox:changed', show);
addEventListener('online', send);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send());

async function start() {
  await show();
  if (!signedIn) return;
  await settle();
  if (wrongClock() && !sessionStorage.getItem('clock')) {
    sessionStorage.setItem('clock', 'said');
    toast(wrongClock(), true);
  }
  await send();
  // After everything the page itself needs.
  const idle = globalThis.requestIdleCallback ?? (act => setTimeout(act, 1000));
  idle(() => Promise.all([keepShell(), keepCustomers()]).then(() => (document.documentElement.dataset.offline = 'ready')).catch(() => {}));
}

// Somebody else signed in here: the list of the one before goes, the outbox stays for its owner.
async function settle() {
  const before = localStorage.getItem('person');
  if (before && before !== signedIn) await remove('people', before).catch(() => {});
  try {
    localStorage.setItem('person', signedIn);
  } catch { /* storage is full or forbidden: nothing is kept on this device */ }
}

async function send() {
  clearTimeout(again);
  if (!signedIn && !document.querySelector('[data-outbox-list]')) return;
  const entries = await waiting();
  if (!entries.some(entry => entry.state === 'waiting')) return;
  const { sent, refused, network } = await flush();
  if (refused) toast(`${count(refused, 'log')} waiting on this device ${refused === 1 ? 'was' : 'were'} not accepted.`, true, '/log/waiting');
  else if (sent) toast(`${count(sent, 'log')} that waited on this device ${sent === 1 ? 'is' : 'are'} saved.`);
  if (network) again = setTimeout(send, 30000);
}

async function show() {
  const entries = await waiting();
  const refused = entries.filter(entry => entry.state === 'refused').length;
  for (const sign of document.querySelectorAll('[data-outbox]')) {
    sign.hidden = entries.length === 0;
    sign.classList.toggle('refused', refused > 0);
    sign.querySelector('[data-outbox-count]').textContent = refused ? `${refused} not accepted` : `${entries.length} waiting`;
  }
}

async function keepShell() {
  if (!navigator.serviceWorker || !globalThis.caches) return;
  await navigator.serviceWorker.register('/sw.js');
  await navigator.serviceWorker.ready;
  const version = document.querySelector('script[type="module"][src]').src;
  if (await caches.match(version)) return;
  // As a stranger sees it: nothing on it is anybody's.
  const response = await fetch('/log/waiting', { credentials: 'omit' });
  if (!response.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.clone().text(), 'text/html');
  const wanted = 'script[src], link[rel="stylesheet"], link[rel="icon"], use[href]';
  const files = [page, page.querySelector('template').content].flatMap(part => [...part.querySelectorAll(wanted)])
    .map(element => new URL(element.getAttribute('src') ?? element.getAttribute('href'), location.href).href.split('#')[0]);
  const styles = await Promise.all(files.filter(file => file.endsWith('.css')).map(file => fetch(file).then(answer => answer.text())));
  const fonts = styles.flatMap(text => [...text.matchAll(/url\("?([^")]*-latin-[^")]*)"?\)/g)].map(match => new URL(match[1], `${location.origin}/dist/`).href));
  await Promise.all((await caches.keys()).map(name => caches.delete(name)));
  const cache = await caches.open('trustcoach');
  await cache.addAll([...new Set([...files.filter(file => file !== version), ...fonts])]);
  await cache.put('/log/waiting', response);
  await cache.add(version);
}

async function keepCustomers() {
  // Who may not log has no list to keep.
  if (!document.querySelector('[data-log]')) return;
  const known = await get('people', signedIn);
  if (known && Date.now() - known.at < fresh) return;
  const [customers, card] = await Promise.all(['Customers', 'Steps'].map(name => fetch(`/log?handler=${name}`, { headers: { 'HX-Request': 'true' } })));
  if (customers.ok && card.ok) await put('people', { id: signedIn, at: Date.now(), customers: await customers.json(), card: await card.json() });
}

// Signing out leaves nothing behind; what was not sent is asked about first.
document.addEventListener('submit', async event => {
  const form = event.target;
  if (event.defaultPrevented || !new URL(form.action).pathname.endsWith('/account/sign-out') || form.dataset.cleared) return;
  event.preventDefault();
  event.stopPropagation();
  const entries = await waiting();
  if (entries.length === 0 || await agreed(entries.length)) {
    await Promise.all(entries.map(entry => discard(entry.id)));
    await remove('people', person()).catch(() => {});
    localStorage.removeItem('person');
    form.dataset.cleared = 'yes';
    form.requestSubmit();
  }
}, true);

function agreed(number) {
  const dialog = element('dialog', { className: 'keys' });
  dialog.setAttribute('aria-labelledby', 'leave-title');
  const actions = element('div', { className: 'cluster' });
  const [stay, leave] = [element('button', { className: 'button primary', textContent: 'Stay signed in' }), element('button', { className: 'button danger', textContent: 'Sign out and delete' })];
  actions.append(stay, leave);
  dialog.append(element('h2', { id: 'leave-title', textContent: `${count(number, 'log')} on this device ${number === 1 ? 'is' : 'are'} not sent` }),
    element('p', { className: 'stack-s', textContent: 'Signing out deletes what waits here, so that nobody else finds it on this device. Stay until the network is back, and it is sent.' }), actions);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(done => {
    stay.addEventListener('click', () => dialog.close());
    leave.addEventListener('click', () => dialog.close('leave'));
    dialog.addEventListener('close', () => {
      done(dialog.returnValue === 'leave');
      dialog.remove();
    });
  });
}

const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
const element = (name, properties) => Object.assign(document.createElement(name), properties);
