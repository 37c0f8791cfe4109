// The page of what waits on this device: it is the one page that needs no network.
import { warn } from './clock.js';
import { forget } from './drafts.js';
import { fill, offlineForm } from './offline-form.js';
import { discard, entry, flush, waiting } from './outbox.js';
import { post } from './send.js';
import { open, show } from './sheet.js';
import { person } from './store.js';
import { toast } from './toast.js';

const list = document.querySelector('[data-outbox-list]');
if (list) {
  document.querySelectorAll('[data-without-script]').forEach(note => note.remove());
  document.querySelectorAll('[data-with-script]').forEach(part => (part.hidden = false));
  // Answered in place of another page, which could not be had.
  document.querySelectorAll('[data-no-network]').forEach(note => (note.hidden = location.pathname === '/log/waiting'));
  warn(list.closest('.card'));
  document.addEventListener('outbox:changed', draw);
  draw();
  if (location.pathname === '/log') open(location.href, false);
  if (location.search === '?kept') {
    forget({ dataset: { draft: 'log' } });
    history.replaceState(null, '', location.pathname);
    toast('Nothing answered, so what you logged is kept on this device. It is sent when the network is back.');
  }
}

async function draw() {
  const entries = await waiting();
  document.querySelector('[data-outbox-empty]').hidden = entries.length > 0;
  document.querySelector('[data-outbox-send]').hidden = !entries.some(e => e.state === 'waiting');
  list.hidden = entries.length === 0;
  list.replaceChildren(...entries.map(row));
}

function row(e) {
  const item = element('li');
  const words = element('div');
  const at = new Date(e.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  words.append(element('p', { className: 'row-title', textContent: e.title }), element('p', { className: 'row-note', textContent: [at, e.note].filter(Boolean).join(' · ') }));
  words.append(...e.problems.map(text => element('p', { className: 'error', textContent: text })));
  const end = element('div', { className: 'row-end' });
  const edit = element('button', { className: 'button small', textContent: 'Edit' });
  const drop = element('button', { className: 'button small danger', textContent: 'Discard' });
  edit.setAttribute('aria-label', `Edit: ${e.title}`);
  drop.setAttribute('aria-label', `Discard: ${e.title}`);
  edit.addEventListener('click', () => change(e.id));
  drop.addEventListener('click', () => {
    if (drop.dataset.sure) return discard(e.id);
    drop.dataset.sure = 'yes';
    drop.textContent = 'Discard for good';
    drop.setAttribute('aria-label', `Discard for good: ${e.title}`);
  });
  end.append(element('span', { className: `badge ${e.state === 'refused' ? 'bad' : 'outline'}`, textContent: e.state === 'refused' ? 'Not accepted' : 'Waiting' }), edit, drop);
  item.append(words, end);
  return item;
}

// The server's form with what was typed, or the device's own when the server cannot be asked.
async function change(id) {
  const e = await entry(id);
  const fields = new URLSearchParams(e.fields);
  fields.set('Input.ClaimedAt', e.at);
  fields.set('ReturnUrl', '/log/waiting');
  const answer = await post('/log?handler=Find', fields, person());
  if (answer.signIn) return location.assign(answer.signIn);
  const form = answer.form ? new DOMParser().parseFromString(answer.form, 'text/html').body : await offlineForm();
  if (!form) return;
  const content = document.createDocumentFragment();
  content.append(...form.childNodes);
  const log = content.querySelector('[data-log-form]');
  if (!answer.form) fill(log, fields);
  log.dataset.entry = id;
  // What is typed here is kept in the outbox; the draft is of a log that was never sent.
  delete log.dataset.draft;
  if (e.problems.length) log.before(problems(e.problems));
  show(content, true);
}

function problems(texts) {
  const box = element('div', { className: 'errors', tabIndex: -1 });
  const items = element('ul');
  items.append(...texts.map(text => element('li', { textContent: text })));
  box.append(element('h2', { textContent: 'Not accepted yet' }), element('p', { textContent: 'Everything you typed is still here.' }), items);
  return box;
}

document.querySelector('[data-outbox-send]')?.addEventListener('click', async event => {
  event.target.setAttribute('aria-busy', 'true');
  const { signIn } = await flush();
  event.target.removeAttribute('aria-busy');
  if (signIn) location.assign(`/account/sign-in?returnUrl=${encodeURIComponent('/log/waiting')}`);
});

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
