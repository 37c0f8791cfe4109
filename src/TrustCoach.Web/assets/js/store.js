// What this device keeps: the outbox, and for whoever is signed in a short list of customers. Everything bears its person's id.
const open = (() => {
  let opened;
  return () => opened ??= new Promise((done, failed) => {
    const request = indexedDB.open('trustcoach', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outbox', { keyPath: 'id', autoIncrement: true }).createIndex('person', 'person');
      request.result.createObjectStore('people', { keyPath: 'id' });
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
})();

async function run(name, mode, act) {
  const database = await open();
  return new Promise((done, failed) => {
    // Written for good when the promise resolves, also if the browser is killed right after.
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(name));
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = transaction.onerror = () => failed(transaction.error ?? request.error);
  });
}

export const put = (name, value) => run(name, 'readwrite', store => store.put(value));
export const get = (name, id) => run(name, 'readonly', store => store.get(id));
export const remove = (name, id) => run(name, 'readwrite', store => store.delete(id));
export const entriesOf = person => run('outbox', 'readonly', store => store.index('person').getAll(person));

/** Whose device this is: who was signed in last. Null before anybody was. */
export const person = () => document.body.dataset.person || localStorage.getItem('person');
