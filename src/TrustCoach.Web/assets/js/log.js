// Any log form, in the sheet or on a page: Enter takes the first customer found, 1 to 4 say how it went.
import htmx from 'htmx.org';
import { keysOff, typing } from './keys.js';

export const outcomes = { 1: 'Missed', 2: 'Met', 3: 'Exceeded', 4: 'Courtesy' };
const picking = new WeakMap();

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const form = event.target.closest?.('[data-log-form]') ?? document.querySelector('dialog.sheet[open] [data-log-form]');
  if (!form) return;
  if (event.key === 'Enter' && event.target.matches('input[data-live]')) {
    event.preventDefault();
    if (event.target.value.trim()) pick(form, event.target);
  } else if (outcomes[event.key] && !typing(event.target) && !keysOff()) {
    event.preventDefault();
    choose(form.querySelector(`input[name="Input.Outcome"][value="${outcomes[event.key]}"]`));
  }
});

// Who types fast has said how it went, and sent it, before the customer is found: the form waits for that.
document.addEventListener('submit', event => {
  const found = picking.get(event.target);
  if (!found) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  found.then(() => event.target.requestSubmit(event.submitter));
}, true);

function pick(form, input) {
  form.querySelector('input[name="Input.Outcome"]')?.focus();
  const found = results(form, input).then(() => {
    const radios = [...form.querySelectorAll('input[name="Input.RelationshipId"]')];
    const first = radios.find(radio => !radio.defaultChecked) ?? radios[0];
    picking.delete(form);
    if (first) choose(first, false);
    else input.focus();
  });
  picking.set(form, found);
}

// The list as it stands when it answers what is typed, else the next one.
function results(form, input) {
  const there = () => form.querySelector('input[name="Searched"]')?.value === input.value;
  if (there()) return Promise.resolve();
  return new Promise(done => {
    const end = () => {
      document.removeEventListener('htmx:after:swap', look);
      clearTimeout(limit);
      done();
    };
    const look = () => there() && end();
    const limit = setTimeout(end, 4000);
    document.addEventListener('htmx:after:swap', look);
    htmx.trigger(input, 'find');
  });
}

function choose(radio, focus = true) {
  if (!radio) return;
  radio.checked = true;
  if (focus) radio.focus();
  radio.dispatchEvent(new Event('input', { bubbles: true }));
  radio.dispatchEvent(new Event('change', { bubbles: true }));
}
