// The log form in a sheet over any page. Links to /log open it; without this script they open the page of the same form.
import htmx from 'htmx.org';
import { watch } from './drafts.js';
import { post } from './send.js';
import { toast } from './toast.js';
import { busy } from './requests.js';

let dialog;

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.target || link.origin !== location.origin || link.pathname !== '/log' || location.pathname === '/log') return;
  event.preventDefault();
  open(link.href, event.detail === 0);
});

/** @param byKey Whether the search has the focus: a finger would only call up the keyboard. */
async function open(href, byKey) {
  const address = new URL(href);
  if (!address.searchParams.has('returnUrl')) address.searchParams.set('returnUrl', location.pathname + location.search);
  let response;
  busy(1);
  try {
    response = await fetch(address, { headers: { 'X-Sheet': '1', 'HX-Request': 'true' }, signal: AbortSignal.timeout(10000) });
  } catch {
    return location.assign(href);
  } finally {
    busy(-1);
  }
  if (response.status === 401) return location.assign(response.headers.get('HX-Redirect') ?? href);
  if (!response.ok || response.redirected) return location.assign(href);
  show(await response.text(), byKey);
}

function show(html, byKey) {
  dialog ??= make();
  const body = dialog.firstElementChild;
  body.innerHTML = html;
  htmx.process(body);
  const form = body.querySelector('[data-log-form]');
  if (form) watch(form);
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
  made.addEventListener('submit', submit);
  document.body.append(made);
  return made;
}

async function submit(event) {
  const [form, button] = [event.target, event.submitter];
  if (event.defaultPrevented || !form.matches('[data-log-form]')) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = 'yes';
  button?.setAttribute('aria-busy', 'true');
  busy(1);
  const answer = await post(button?.getAttribute('formaction') ?? form.getAttribute('action'), new URLSearchParams(new FormData(form, button)));
  busy(-1);
  delete form.dataset.sent;
  button?.removeAttribute('aria-busy');
  if (answer.form) show(answer.form);
  else if (answer.signIn) location.assign(answer.signIn);
  else if (answer.done) leave(answer.done);
  else toast(`${answer.trouble ?? 'No answer from the server'}. Nothing you typed was lost; try again in a moment.`, true);
}

function leave(url) {
  if (url === location.pathname + location.search) location.reload();
  else location.assign(url);
}
