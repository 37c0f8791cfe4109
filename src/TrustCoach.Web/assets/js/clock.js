// Logs without a network bear the time of the device: a clock that is wrong is said, with both times, where it matters.
const tolerated = 3 * 60 * 1000;
const time = at => at.toLocaleString(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit' });

// The page has just come from the server, and says when that was.
const server = Date.parse(document.body.dataset.now);
const off = Date.now() - server;
try {
  if (server && Math.abs(off) > tolerated) localStorage.setItem('clock', off);
  else if (server) localStorage.removeItem('clock');
} catch { /* storage is full or forbidden: nothing is kept on this device */ }

/** What is wrong with the clock of this device, as far as it was last seen; null when it is right. */
export function wrongClock() {
  const known = Number(localStorage.getItem('clock'));
  if (!known) return null;
  const minutes = Math.round(Math.abs(known) / 60000);
  const much = minutes < 120 ? `${minutes} minutes` : minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
  return `The clock of this device is ${much} ${known > 0 ? 'ahead' : 'behind'}: it says ${time(new Date())}, and it is ${time(new Date(Date.now() - known))}. `
    + 'Set it right, or say when it was in each log you write without a network.';
}

/** Puts the warning before an element, once. */
export function warn(element) {
  const words = wrongClock();
  if (!words || !element || element.previousElementSibling?.matches('[data-clock]')) return;
  const notice = Object.assign(document.createElement('p'), { className: 'notice warn', textContent: words });
  notice.dataset.clock = '';
  element.before(notice);
}
