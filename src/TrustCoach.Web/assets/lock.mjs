// Two builds at once (a test run beside an editor) must not install or bundle into the same folder together.
import { mkdirSync, openSync, closeSync, readFileSync, writeSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const file = new URL('../obj/assets.lock', import.meta.url);

/** Runs the work while no other build of this folder does; waits up to five minutes for its turn. */
export async function alone(work) {
  mkdirSync(new URL('../obj/', import.meta.url), { recursive: true });
  for (let tries = 0; !take(); tries++) {
    if (tries > 3000) throw new Error(`Another build holds ${file.pathname}; delete that file when none is running.`);
    await wait(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take() {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    // Windows says EPERM while the other build is just deleting the file.
    if (error.code !== 'EEXIST' && error.code !== 'EPERM') throw error;
    if (abandoned()) rmSync(file, { force: true });
    return false;
  }
}

/** Whether the build that made the file is gone, killed before it could tidy up. */
function abandoned() {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (!pid) return false; // just being written
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
