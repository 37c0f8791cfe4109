// Single keys: n logs, / searches, ? lists them. They can be turned off (WCAG 2.1.4), and never act while typing.
export const keysOff = () => localStorage.getItem('keys') === 'off';
export const typing = target => target.closest?.('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');

const keys = {
  // A customer's page has its own link, which knows the customer.
  n: { text: 'Log a touchpoint', run: () => (document.querySelector('main a[data-log]') ?? document.querySelector('a[data-log]'))?.click() },
  '/': { text: 'Find anything', run: search },
  '?': { text: 'This list', run: () => list().showModal() },
};

function search() {
  const field = document.querySelector('main [data-find] input');
  if (field) field.focus();
  else document.querySelector('a[data-search]')?.click();
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
  if (!keys[event.key] || (keysOff() && event.key !== '?')) return;
  event.preventDefault();
  keys[event.key].run();
});

function list() {
  const old = document.querySelector('dialog.keys');
  if (old) return old;
  const dialog = element('dialog', { className: 'keys' });
  dialog.setAttribute('aria-labelledby', 'keys-title');
  const rows = element('dl');
  for (const [key, { text }] of [...Object.entries(keys), ['1 2 3 4', { text: 'While logging: missed, met, exceeded, contact only' }], ['Ctrl Enter', { text: 'Send the form you are in' }]]) {
    const name = element('dt');
    name.append(...key.split(' ').flatMap((part, i) => [i ? ' ' : '', element('kbd', { textContent: part })]));
    rows.append(name, element('dd', { textContent: text }));
  }
  const turn = element('button', { type: 'button', className: 'button' });
  const say = () => (turn.textContent = keysOff() ? 'Turn single keys on' : 'Turn single keys off');
  turn.addEventListener('click', () => {
    localStorage.setItem('keys', keysOff() ? 'on' : 'off');
    say();
  });
  say();
  const close = element('button', { type: 'button', className: 'button primary', textContent: 'Close' });
  close.addEventListener('click', () => dialog.close());
  const actions = element('div', { className: 'cluster' });
  actions.append(close, turn, element('a', { className: 'button quiet', href: '/keys', textContent: 'All keys' }));
  dialog.append(element('h2', { id: 'keys-title', textContent: 'Keys' }), rows, actions);
  document.body.append(dialog);
  return dialog;
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
