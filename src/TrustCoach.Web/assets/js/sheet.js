// The log form, and finding anything, in a sheet over any page. Their links open it; without this script they open a page of the same.
import htmx from 'htmx.org';
import { forget, watch } from './drafts.js';
import { offlineForm } from './offline-form.js';
import { entry as written, flush, keep } from './outbox.js';
import { busy } from './requests.js';
import { post } from './send.js';
import { person } from './store.js';
import { toast } from './toast.js';

const none = 'No answer from the server';
let dialog;

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.target || link.origin !== location.origin || !(link.pathname === '/log' || link.matches('[data-search]')) || location.pathname === '/find' && link.matches('[data-search]')) return;
  // The page of the form is a sheet already, unless it only stands for a page that could not be had.
  if (location.pathname === '/log' && document.querySelector('main [data-log-form]')) return;
  event.preventDefault();
  open(link.href, event.detail === 0);
});

/** @param byKey Whether the search has the focus: a finger would only call up the keyboard. */
export async function open(href, byKey) {
  const address = new URL(href);
  if (!address.searchParams.has('returnUrl')) address.searchParams.set('returnUrl', location.pathname + location.search);
  busy(1);
  const response = await fetch(address, { headers: { 'X-Sheet': '1', 'HX-Request': 'true' }, signal: AbortSignal.timeout(10000) }).catch(() => null);
  busy(-1);
  if (!response) {
    const form = address.pathname === '/log' && await offlineForm(address.searchParams.get('customer'), address.searchParams.get('outcome'));
    return form ? show(form, byKey) : toast(`${none}. Try again in a moment.`, true);
  }
  if (response.status === 401) return location.assign(response.headers.get('HX-Redirect') ?? href);
  if (!response.ok || response.redirected) return location.assign(href);
  show(await response.text(), byKey);
}

/** @param content HTML of the server's, or nodes. */
export function show(content, byKey) {
  dialog ??= make();
  const body = dialog.firstElementChild;
  if (typeof content === 'string') body.innerHTML = content;
  else body.replaceChildren(content);
  htmx.process(body);
  const form = body.querySelector('[data-log-form]');
  if (form?.dataset.draft) watch(form);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  (body.querySelector('.errors, [autofocus]') ?? (byKey ? first(body) : null) ?? body.querySelector('h2')).focus();
}

// What is asked next: who, how it went, or nothing more.
function first(body) {
  const answered = name => body.querySelector(`input[name="${name}"]:checked`);
  const next = !answered('Input.RelationshipId') ? 'input[type="search"]' : !answered('Input.Outcome') ? 'input[name="Input.Outcome"]' : '.log-form .button.primary';
  return body.querySelector(next) ?? body.querySelector('.log-form .input');
}

function make() {
  const made = Object.assign(document.createElement('dialog'), { className: 'sheet' });
  made.setAttribute('aria-labelledby', 'sheet-title');
  made.append(Object.assign(document.createElement('div'), { className: 'sheet-body' }));
  made.addEventListener('click', event => {
    if (event.target !== made && !event.target.closest('[data-close]')) return;
    event.preventDefault();
    made.close();
  });
  document.body.append(made);
  return made;
}

// In the sheet always; in a form on a page when there is no network, which the browser would answer with a page of its own.
document.addEventListener('submit', async event => {
  const [form, button] = [event.target, event.submitter];
  const inSheet = form.closest('dialog.sheet') !== null;
  if (event.defaultPrevented || !form.matches('[data-log-form]') || !(inSheet || (!navigator.onLine && !button?.hasAttribute('formaction')))) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = 'yes';
  button?.setAttribute('aria-busy', 'true');
  busy(1);
  const fields = new URLSearchParams(new FormData(form, button));
  const answer = button?.hasAttribute('formaction') ? await post(button.getAttribute('formaction'), fields, person()) : await log(form, fields);
  busy(-1);
  delete form.dataset.sent;
  button?.removeAttribute('aria-busy');
  if (answer.form) show(answer.form);
  else if (answer.signIn) location.assign(answer.signIn);
  else if (answer.done) leave(answer.done);
  else if (answer.kept) end(form, answer.kept);
  else if (answer.ask) ask(form, answer.ask);
  else toast(`${answer.trouble ?? none}. Nothing you typed was lost; try again in a moment.`, true);
}, true); // before the script of all forms, which would let the browser send it

// Written down first, then sent: what is killed in between is sent the next time, and makes one touchpoint all the same.
async function log(form, fields) {
  const who = form.querySelector('input[name="Input.RelationshipId"]:checked');
  const how = form.querySelector('input[name="Input.Outcome"]:checked');
  const title = [who?.labels[0].textContent ?? fields.get('New.Name'), how?.value === 'Courtesy' ? 'Contact only' : how?.labels[0].textContent]
    .map(part => part?.trim()).filter(Boolean).join(' · ');
  if (form.dataset.offline !== undefined && missing(fields)) return { ask: missing(fields) };
  const old = form.dataset.entry && await written(Number(form.dataset.entry)).catch(() => null);
  const entry = { fields: fields.toString(), at: old?.at ?? new Date().toISOString(), title, note: fields.get('Input.Summary') ?? '' };
  if (old) entry.id = old.id;
  let id;
  try {
    id = await keep(entry);
  } catch {
    const answer = await post('/log', fields, person());
    return Object.keys(answer).length ? answer
      : { trouble: 'There is no network, and this device has no room to keep the log. Leave this open until the network is back' };
  }
  const result = await flush(id);
  if (result.fresh) return result.fresh;
  if (!(await written(id))) return { done: fields.get('ReturnUrl') || '/' }; // another tab has sent it meanwhile
  if (result.signIn) return { signIn: result.signIn };
  return { kept: `${title}: kept on this device. ${result.network ? 'It is sent when the network is back.' : `${result.trouble}; it is sent later.`}` };
}

// What the server would ask for at once; everything else it says when it has it.
function missing(fields) {
  // Words such as 'tomorrow' are left to the server.
  const planned = fields.get('Input.HappenedAt') && !(new Date(fields.get('Input.HappenedAt')) <= new Date());
  return [
    !fields.get('Input.RelationshipId') && !fields.get('New.Name')?.trim() && ['Input.RelationshipId', 'Pick the customer.'],
    !fields.get('Input.RelationshipId') && fields.get('New.Name')?.trim() && !fields.get('New.Climate') && ['New.Climate', 'Say how it began: it sets the benefit of the doubt.'],
    !fields.get('Input.Outcome') && !planned && ['Input.Outcome', 'Say how it went against what they expected.'],
  ].find(Boolean);
}

function ask(form, [name, words]) {
  toast(words, true);
  const field = form.querySelector(`[name="${name}"]`) ?? form.querySelector('[name="New.Name"]');
  const row = field?.closest('details');
  if (row) row.open = true;
  field?.focus();
}

function end(form, words) {
  if (form.dataset.draft) forget(form);
  toast(words);
  if (dialog?.open) dialog.close();
  else location.reload();
}

function leave(url) {
  if (url === location.pathname + location.search) location.reload();
  else location.assign(url);
}
