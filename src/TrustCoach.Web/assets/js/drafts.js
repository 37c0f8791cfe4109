// Keeps what is typed into form[data-draft] for as long as the tab lives: an expired session or a dead network loses nothing.
const prefix = 'draft:';
const skipped = new Set(['hidden', 'password', 'file', 'search', 'submit', 'button']);

const fields = form => [...form.elements].filter(field => field.name && !skipped.has(field.type));

// One entry a question: a group of radios, a checkbox, a field.
function questions(form) {
  const found = new Map();
  for (const field of fields(form)) {
    const key = field.type === 'checkbox' ? `${field.name}=${field.value}` : field.name;
    found.set(key, [...(found.get(key) ?? []), field]);
  }
  return found;
}

function answer(group) {
  const [field] = group;
  if (field.type === 'radio') return group.find(f => f.checked)?.value ?? '';
  return field.type === 'checkbox' ? String(field.checked) : field.value;
}

// What the server filled in.
function given(group) {
  const [field] = group;
  if (field.type === 'radio') return group.find(f => f.defaultChecked)?.value ?? '';
  if (field.type === 'checkbox') return String(field.defaultChecked);
  if (field.options) return ([...field.options].find(o => o.defaultSelected) ?? field.options[0])?.value ?? '';
  return field.defaultValue;
}

function put(group, value) {
  const [field] = group;
  if (field.type === 'radio') group.forEach(f => (f.checked = f.value === value));
  else if (field.type === 'checkbox') field.checked = value === 'true';
  else field.value = value;
}

// Kept is what differs from the page as it first came; a form that was sent back filled keeps what it was before that.
function keep(form) {
  const before = read(form.dataset.draft) ?? {};
  const kept = {};
  for (const [key, group] of questions(form)) {
    const [value, now] = [answer(group), given(group)];
    const was = before[key]?.value === now ? before[key].was : now;
    if (value !== was) kept[key] = { value, was };
  }
  store(form.dataset.draft, kept);
}

function restore(form) {
  const kept = read(form.dataset.draft);
  if (!kept || document.querySelector('.errors')) return; // a refused form comes back filled by the server
  let changed = false;
  for (const [key, group] of questions(form)) {
    // What the server has filled in otherwise since then stands: a log page opened for one customer must not turn to another.
    if (!kept[key] || given(group) !== kept[key].was || answer(group) === kept[key].value) continue;
    put(group, kept[key].value);
    changed ||= answer(group) === kept[key].value;
    const row = group[0].closest('details');
    if (row) row.open = true;
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

document.querySelectorAll('form[data-draft]').forEach(watch);

/** Keeps what is typed into a form, and gives back what was kept; for forms that come after the page too. */
export function watch(form) {
  if (form.dataset.added !== undefined) drop(form, 'New.');
  const done = sessionStorage.getItem(`${prefix}sent`) === form.dataset.draft && succeeded();
  if (done) clear(form.dataset.draft);
  else restore(form);
  form.addEventListener('input', () => keep(form));
  form.addEventListener('submit', () => {
    keep(form);
    tell(form);
    sessionStorage.setItem(`${prefix}sent`, form.dataset.draft);
  });
}

// Arrived on another page with a message of success: the draft has become a record.
const sent = sessionStorage.getItem(`${prefix}sent`);
if (sent && succeeded()) clear(sent);

function succeeded() {
  return document.querySelector('[data-flash]:not(.refused)') !== null;
}

// Tells the server that the words are safe here, should the session have ended: it then asks to sign in at once.
function tell(form) {
  if (!form.elements.__draft && read(form.dataset.draft)) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: '__draft', value: 'kept' }));
}

// What has become a record of its own, such as a customer added on the way.
function drop(form, start) {
  const kept = read(form.dataset.draft) ?? {};
  store(form.dataset.draft, Object.fromEntries(Object.entries(kept).filter(([key]) => !key.startsWith(start))));
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

/** What was typed is kept elsewhere now. */
export const forget = form => clear(form.dataset.draft);

function clear(key) {
  sessionStorage.removeItem(prefix + key);
  sessionStorage.removeItem(`${prefix}sent`);
}
