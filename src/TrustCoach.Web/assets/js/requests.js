import { toast } from './toast.js';

// What htmx needs from this app: the antiforgery token, a sign of waiting, and errors that are said.
const line = document.createElement('div');
line.className = 'progress-line';
document.body.append(line);
let waiting = 0;

/** Shows that something is under way; called with 1, and with -1 when it has ended. */
export function busy(change) {
  waiting = Math.max(0, waiting + change);
  line.classList.toggle('on', waiting > 0);
}

document.addEventListener('htmx:config:request', event => {
  const { request, sourceElement } = event.detail.ctx;
  if (sourceElement.closest('dialog.sheet')) request.headers['X-Sheet'] = '1';
  const token = document.querySelector('input[name=__RequestVerificationToken]');
  if (token && request.method !== 'GET') request.headers.RequestVerificationToken = token.value;
});

document.addEventListener('htmx:before:request', event => {
  busy(1);
  event.detail.ctx.sourceElement.setAttribute('aria-busy', 'true');
});

document.addEventListener('htmx:finally:request', event => {
  busy(-1);
  event.detail.ctx.sourceElement.removeAttribute('aria-busy');
});

// Signed out meanwhile: the server answers 401 and names the sign-in page, where htmx goes; drafts stay.
// A refused form (400 or 422) is a page to show. Anything else that failed must not replace part of this one.
document.addEventListener('htmx:after:request', event => {
  const { response, text, target } = event.detail.ctx;
  if (target === document.body) return;
  if (response.status === 401) return;
  const page = new DOMParser().parseFromString(text, 'text/html');
  if (response.status >= 400 && ![400, 422].includes(response.status)) {
    event.preventDefault();
    const title = page.querySelector('h1')?.textContent ?? `The server answered ${response.status}`;
    toast(`${title}. Nothing on this page was lost; try again.`, true);
  }
});

document.addEventListener('htmx:error', () => toast('No answer from the server. Nothing on this page was lost; try again in a moment.', true));
