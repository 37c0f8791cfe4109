// Keeps what is typed into form[data-draft] for as long as the tab lives: an expired session or a dead network loses nothing.
const prefix = 'draft:';
const skipped = new Set(['hidden', 'password', 'file', 'submit', 'button']);

const fields = form => [...form.elements].filter(field => field.name && !skipped.has(field.type));

function keep(form) {
  const kept = fields(form)
    .filter(field => !['radio', 'checkbox'].includes(field.type) || field.checked)
    .map(field => [field.name, field.value])
    .filter(([, value]) => value !== '');
  store(form.dataset.draft, kept);
}

function restore(form) {
  const kept = read(form.dataset.draft);
  if (!kept?.length || document.querySelector('.errors')) return; // a refused form comes back filled by the server
  // What the server filled in stands: a log page opened for one customer must not turn to the customer of the draft.
  const chosen = new Set(fields(form).filter(field => field.type === 'radio' && field.defaultChecked).map(field => field.name));
  let changed = false;
  for (const [name, value] of kept) {
    for (const field of fields(form).filter(f => f.name === name && !chosen.has(name))) {
      if (['radio', 'checkbox'].includes(field.type)) {
        if (field.checked || field.value !== value) continue;
        field.checked = true;
      } else if (field.value || !value) continue;
      else field.value = value;
      changed = true;
      const row = field.closest('details');
      if (row) row.open = true;
    }
  }
  if (!changed) return;
  const note = document.createElement('p');
  note.className = 'notice';
  note.append('What you typed before is still here. ');
  const discard = Object.assign(document.createElement('button'), { type: 'button', className: 'link-button', textContent: 'Start empty' });
  discard.addEventListener('click', () => {
    clear(form.dataset.draft);
    form.reset();
    note.remove();
  });
  note.append(discard);
  form.prepend(note);
}

document.querySelectorAll('form[data-draft]').forEach(form => {
  const done = sessionStorage.getItem(`${prefix}sent`) === form.dataset.draft && succeeded();
  if (done) clear(form.dataset.draft);
  else restore(form);
  form.addEventListener('input', () => keep(form));
  form.addEventListener('submit', () => {
    keep(form);
    sessionStorage.setItem(`${prefix}sent`, form.dataset.draft);
  });
});

// Arrived on another page with a message of success: the draft has become a record.
const sent = sessionStorage.getItem(`${prefix}sent`);
if (sent && succeeded()) clear(sent);

function succeeded() {
  return document.querySelector('[data-flash]:not(.refused)') !== null;
}

function store(key, kept) {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(kept));
  } catch { /* storage is full or forbidden: the form works as ever */ }
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + key));
  } catch {
    return null;
  }
}

function clear(key) {
  sessionStorage.removeItem(prefix + key);
  sessionStorage.removeItem(`${prefix}sent`);
}
