// Answers when there is no network: pages with the one page that needs none, files of this version from the cache. Nothing a person sees on
// other pages is ever kept here.
const shell = '/log/waiting';

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', event => event.waitUntil((async () => {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'POST' && request.mode === 'navigate' && url.pathname === '/log' && !url.search) event.respondWith(log(request));
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (url.pathname.startsWith('/dist/')) event.respondWith(file(request));
});

async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(shell)) ?? Response.error();
  }
}

// A log form sent by the browser itself, when nothing answers though the device believes it has a network: into the outbox with it.
async function log(request) {
  const sent = request.clone();
  try {
    return await fetch(request);
  } catch (dead) {
    const kept = await sent.formData().then(keep).catch(() => false);
    if (!kept) throw dead;
    return Response.redirect(`${shell}?kept`, 303);
  }
}

// As the page writes it down; this device's person is the one whose customers it keeps.
async function keep(form) {
  const database = await new Promise((done, failed) => {
    const request = indexedDB.open('trustcoach', 1);
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const stores = database.transaction(['outbox', 'people'], 'readwrite', { durability: 'strict' });
  return new Promise((done, failed) => {
    stores.oncomplete = () => done(true);
    stores.onabort = stores.onerror = () => failed(stores.error);
    stores.objectStore('people').getAll().onsuccess = event => {
      const [known, ...others] = event.target.result;
      if (!known || others.length) return stores.abort();
      const outcome = form.get('Input.Outcome') === 'Courtesy' ? 'Contact only' : form.get('Input.Outcome');
      const customer = known.customers.find(c => c.id === form.get('Input.RelationshipId'))?.name ?? form.get('New.Name');
      stores.objectStore('outbox').put({
        fields: new URLSearchParams(form).toString(), at: new Date().toISOString(), person: known.id, state: 'waiting', problems: [],
        title: [customer, outcome].filter(Boolean).join(' · ') || 'A touchpoint', note: form.get('Input.Summary') ?? '',
      });
    };
  }).finally(() => database.close());
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}
