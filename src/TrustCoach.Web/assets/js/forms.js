// Forms: no second sending, Ctrl or Cmd with Enter sends, the first refusal is read out.
document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method === 'get' || form.matches('[hx-post], [hx-put], [hx-delete]')) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  // Marked, not disabled: a disabled button would not send its own name and value.
  event.submitter?.setAttribute('aria-busy', 'true');
  setTimeout(() => free(form), 10000);
});

// Back in history shows the page as it was left, with the form marked as sent.
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(free));

function free(form) {
  delete form.dataset.sent;
  form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
}

document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest?.('form');
  if (!form) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector('.button.primary:not([disabled])') ?? undefined);
});

function readRefusals(root) {
  root.querySelector?.('.errors')?.focus();
}
readRefusals(document);
document.addEventListener('htmx:after:swap', () => readRefusals(document));

// A link of the summary may point into a closed row.
document.addEventListener('click', event => {
  const link = event.target.closest?.('.errors a[href^="#"]');
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  for (let row = field.closest('details'); row; row = row.parentElement.closest('details')) row.open = true;
  event.preventDefault();
  field.focus();
});

// The phone's menu closes when one looks elsewhere.
document.addEventListener('click', event => {
  document.querySelectorAll('details[data-closes][open]').forEach(menu => menu.contains(event.target) || (menu.open = false));
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  document.querySelectorAll('details[data-closes][open]').forEach(menu => {
    menu.open = false;
    menu.querySelector('summary').focus();
  });
});

// Printing needs a script; without one the browser's own command does it.
document.querySelectorAll('[data-print]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => print());
});
