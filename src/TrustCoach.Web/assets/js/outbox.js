// Logs on their way to the server: written down here first, sent in order, taken out when the server has them or somebody discards them.
import { post, token } from './send.js';
import { entriesOf, get, person, put, remove } from './store.js';

/** Reads what waits for this person; nothing where the device keeps nothing. */
export const waiting = async () => (person() ? entriesOf(person()).catch(() => []) : []);

/** Writes a log down. Throws when the device has no room. */
export async function keep(entry) {
  const id = await put('outbox', { ...entry, person: person(), state: 'waiting', problems: [] });
  changed();
  return id;
}

export async function discard(id) {
  await remove('outbox', id);
  changed();
}

export const entry = id => get('outbox', id);

/**
 * Sends what waits, the oldest first, one tab at a time. What the server refuses is set aside with its words and the next one goes on; the
 * same key makes no second touchpoint, however often it is sent.
 * @param fresh The entry whose form is open: its refusal is shown there and it is no longer kept here.
 * @returns What became of that one, the count of others sent, and why it stopped: "network", a sign-in address, or other words.
 */
export async function flush(fresh) {
  const result = { sent: 0, refused: 0 };
  await alone(async () => {
    const entries = (await waiting()).filter(e => e.state === 'waiting' || e.id === fresh);
    if (entries.length === 0) return;
    let renewed;
    for (const e of entries) {
      // A form that is just open has a token of its own; what waited gets a new one, which says who is signed in.
      if (e.id !== fresh && !renewed) {
        renewed = await token();
        if (!stop(renewed, result)) return;
      }
      const answer = await send(e, e.id === fresh ? null : renewed.token);
      if (!stop(answer, result)) return;
      if (answer.done && e.id !== fresh) result.sent++;
      if (e.id === fresh) result.fresh = answer;
      if (answer.done || e.id === fresh) await remove('outbox', e.id);
      else {
        result.refused++;
        await put('outbox', { ...e, state: 'refused', problems: problems(answer.form) });
      }
    }
  });
  changed();
  return result;
}

// Browsers know locks on secure addresses alone; without one two tabs may send the same, which the key makes one.
const alone = act => (navigator.locks ? navigator.locks.request('outbox', act) : act());

function stop(answer, result) {
  if (answer.signIn) result.signIn = answer.signIn;
  else if (answer.person && answer.person !== person()) result.trouble = 'Somebody else is signed in';
  else if (answer.trouble) result.trouble = answer.trouble;
  else if (!answer.done && !answer.form && !answer.token) result.network = true;
  else return true;
  return false;
}

async function send(e, newToken) {
  const fields = new URLSearchParams(e.fields);
  if (newToken) {
    fields.set('__RequestVerificationToken', newToken);
    // It happened when the device says it was written down, unless the form says otherwise; and 'Friday' means that day's Friday.
    fields.set('Input.ClaimedAt', e.at);
  }
  if (fields.get('New.Name')?.trim() && !fields.get('Input.RelationshipId')) {
    const added = await post('/log?handler=Add', fields, e.person);
    const chosen = added.form && new DOMParser().parseFromString(added.form, 'text/html').querySelector('input[name="Input.RelationshipId"]:checked');
    if (added.refused || !chosen) return added;
    fields.set('Input.RelationshipId', chosen.value);
    fields.delete('New.Name');
    await put('outbox', { ...e, fields: fields.toString() });
  }
  return post('/log', fields, e.person);
}

function problems(form) {
  const list = new DOMParser().parseFromString(form, 'text/html').querySelectorAll('.errors li');
  return [...list].map(item => item.textContent.trim());
}

export const changed = () => document.dispatchEvent(new CustomEvent('outbox:changed'));
