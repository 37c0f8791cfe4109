// Finding with the keyboard: down and up walk through the results, Enter opens the first.
let opening = false;

document.addEventListener('keydown', event => {
  const form = event.target.closest?.('[data-find]');
  const found = document.querySelector('dialog[open] #found') ?? document.querySelector('#found');
  if (!found || event.isComposing) return;
  const links = [...found.querySelectorAll('a')];
  const at = links.indexOf(event.target);
  if (event.key === 'ArrowDown' && (form || at >= 0)) move(event, links[at + 1]);
  else if (event.key === 'ArrowUp' && at >= 0) move(event, links[at - 1] ?? document.querySelector('dialog[open] [data-find] input') ?? document.querySelector('[data-find] input'));
  else if (event.key === 'Enter' && form && event.target.matches('input') && event.target.value.trim()) {
    event.preventDefault();
    opening = true;
    go(event.target);
  }
});

document.addEventListener('htmx:after:swap', () => opening && go(document.querySelector('dialog[open] [data-find] input') ?? document.querySelector('[data-find] input')));
document.addEventListener('input', () => (opening = false));

// The first that answers what is typed now; the search for it may still be under way.
function go(input) {
  const found = document.querySelector('dialog[open] #found') ?? document.querySelector('#found');
  if (!input || found.dataset.for !== input.value) return;
  opening = false;
  found.querySelector('a')?.click();
}

function move(event, to) {
  if (!to) return;
  event.preventDefault();
  to.focus();
}
