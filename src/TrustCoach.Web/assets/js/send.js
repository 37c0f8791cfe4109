/**
 * Sends a log form and says what became of it: done (where it leads), form (the form with what was refused, or with what was asked for),
 * signIn (the session has ended), trouble (the server's own words), or nothing of these when nobody answered.
 * @param person Whose log it is: it is sent as nobody else's.
 */
export async function post(url, fields, person) {
  const answer = await once(url, fields);
  if (!answer.stale) return answer;
  // The page was open for long, or somebody signed in anew: the form's token is renewed and the form sent once more.
  const renewed = await token();
  if (!renewed.token) return renewed;
  if (person && renewed.person !== person) return { trouble: 'Somebody else is signed in' };
  fields.set('__RequestVerificationToken', renewed.token);
  const again = await once(url, fields);
  return again.stale ? { trouble: 'This form is out of date: reload the page' } : again;
}

/** A form token for whoever is signed in, and who that is. */
export async function token() {
  const response = await ask('/log?handler=token');
  if (!response) return {};
  if (response.status === 401) return { signIn: response.headers.get('HX-Redirect') };
  return response.ok && !response.redirected ? response.json() : { trouble: `The server answered ${response.status}` };
}

async function once(url, fields) {
  const response = await ask(url, { method: 'POST', body: fields });
  if (!response) return {};
  if (response.status === 401) return { signIn: response.headers.get('HX-Redirect') };
  if (response.status === 204) return { done: response.headers.get('HX-Redirect') ?? '/' };
  const text = await response.text().catch(() => '');
  if (response.ok || response.status === 400) {
    if (text.includes('data-log-form')) return { form: text, refused: response.status === 400 };
    if (response.status === 400) return { stale: true };
  }
  const title = new DOMParser().parseFromString(text, 'text/html').querySelector('h1')?.textContent;
  return { trouble: title ?? `The server answered ${response.status}` };
}

function ask(url, options = {}) {
  return fetch(url, { ...options, headers: { 'X-Sheet': '1', 'HX-Request': 'true' }, signal: AbortSignal.timeout(15000) }).catch(() => null);
}
