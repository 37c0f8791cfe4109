// The log form without a network: the server's own, kept with the app, with this person's customers put into it.
import { warn } from './clock.js';
import { get, person } from './store.js';

const shown = 8;

/**
 * @param customer Id of the customer that is chosen already.
 * @param outcome The outcome that is chosen already.
 * @returns The form, or null where nothing was kept for this person.
 */
export async function offlineForm(customer, outcome) {
  const known = person() && await get('people', person()).catch(() => null);
  const page = await shell();
  if (!known || !page) return null;
  const content = page.querySelector('template[data-offline-log]').content.cloneNode(true);
  const form = content.querySelector('[data-log-form]');
  form.elements['Input.Key'].value = crypto.randomUUID();
  warn(form);
  if (known.card) offerSteps(form, known.card);
  const chosen = known.customers.find(c => c.customer === customer);
  offer(form, chosen ? [chosen, ...known.customers.filter(c => c !== chosen)].slice(0, shown) : known.customers.slice(0, shown), chosen?.id);
  const search = form.querySelector('input[type="search"]');
  search.addEventListener('input', () => {
    const picked = form.querySelector('input[name="Input.RelationshipId"]:checked')?.value;
    const found = find(known.customers, search.value);
    const kept = known.customers.find(c => c.id === picked);
    offer(form, kept && !found.includes(kept) ? [kept, ...found] : found, picked);
    form.elements.Searched.value = search.value;
  });
  const radio = outcome && form.querySelector(`input[name="Input.Outcome"][value="${CSS.escape(outcome)}"]`);
  if (radio) radio.checked = true;
  return content;
}

// The steps of the team's card, as the server writes them.
function offerSteps(form, card) {
  const list = form.querySelector('.check-list');
  form.elements['Input.Card'].value = card.id ?? '';
  list.append(...card.steps.map((step, index) => {
    const row = Object.assign(document.createElement('div'), { className: 'check' });
    const input = Object.assign(document.createElement('input'), { type: 'checkbox', id: `sheet-step-${index}`, name: list.dataset.name, value: step.id });
    row.append(input, Object.assign(document.createElement('label'), { htmlFor: input.id, textContent: step.name }));
    return row;
  }));
}

/** Puts what an entry of the outbox says into a form. */
export function fill(form, fields) {
  keepTicks(form, fields);
  for (const [name, value] of fields) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.checked || field.value === value;
      else if (field.type !== 'hidden' || name === 'Input.Key') field.value = value;
      const row = value && field.type !== 'hidden' && field.closest('details');
      if (row) row.open = true;
    }
  }
}

// What was ticked on a card that has been published anew since is sent as it was ticked.
function keepTicks(form, fields) {
  const [ticked, card] = [fields.getAll('Input.Steps'), form.elements['Input.Card']];
  if (!card || ticked.length === 0 || card.value === (fields.get('Input.Card') ?? '')) return;
  card.value = fields.get('Input.Card') ?? '';
  const list = form.querySelector('.check-list');
  list.querySelectorAll('.check').forEach(row => row.remove());
  list.append(Object.assign(document.createElement('p'), { textContent: 'The steps you ticked are kept.' }),
    ...ticked.map(value => Object.assign(document.createElement('input'), { type: 'hidden', name: list.dataset.name, value })));
}

async function shell() {
  if (document.querySelector('template[data-offline-log]')) return document;
  const kept = await globalThis.caches?.match('/log/waiting');
  return kept ? new DOMParser().parseFromString(await kept.text(), 'text/html') : null;
}

function offer(form, customers, picked) {
  const chips = form.querySelector('.log-who .chips');
  chips.replaceChildren(...customers.map((customer, index) => {
    const choice = Object.assign(document.createElement('div'), { className: 'choice' });
    const input = Object.assign(document.createElement('input'), { type: 'radio', id: `sheet-who-${index}`, name: 'Input.RelationshipId', value: customer.id });
    input.checked = customer.id === picked;
    choice.append(input, Object.assign(document.createElement('label'), { htmlFor: input.id, textContent: customer.name }));
    return choice;
  }));
}

const plain = text => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

function find(customers, typed) {
  const term = plain(typed.trim());
  if (!term) return customers.slice(0, shown);
  const names = customer => [customer.name, ...customer.people].map(plain);
  const named = customers.filter(c => names(c).some(name => (term.length < 3 ? ` ${name}`.includes(` ${term}`) : name.includes(term))));
  if (named.length) return named.slice(0, shown);
  return customers.map(customer => ({ customer, like: Math.max(...names(customer).flatMap(name => name.split(' ')).map(word => alike(word, term))) }))
    .filter(found => found.like > .4).sort((a, b) => b.like - a.like).slice(0, shown).map(found => found.customer);
}

// The share of pairs of letters two words have in common.
function alike(one, other) {
  const pairs = word => [...` ${word}`].map((letter, i, all) => letter + (all[i + 1] ?? ''));
  const [a, b] = [pairs(one), pairs(other)];
  return 2 * a.filter(pair => b.includes(pair)).length / (a.length + b.length);
}
