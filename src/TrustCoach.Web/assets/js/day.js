// Closing the day by keys: 1 to 4 say how the row went that has the focus, or the first open one, and lead to the next.
import { outcomes } from './log.js';
import { keysOff, typing } from './keys.js';

const form = document.querySelector('[data-day]');

form && document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !outcomes[event.key] || typing(event.target) || keysOff() || document.querySelector('dialog[open]')) return;
  const rows = [...form.querySelectorAll('[data-day-row]')];
  const row = event.target.closest('[data-day-row]') ?? rows.find(r => !r.querySelector('input[type=radio]:checked'));
  if (!row) return;
  event.preventDefault();
  const radio = row.querySelector(`input[value="${outcomes[event.key]}"]`);
  radio.checked = true;
  radio.dispatchEvent(new Event('input', { bubbles: true }));
  const next = rows[rows.indexOf(row) + 1];
  (next?.querySelector('input[type=radio]') ?? radio).focus();
});
