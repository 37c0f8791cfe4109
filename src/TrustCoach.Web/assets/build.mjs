// Bundles scripts, styles, fonts and icons into wwwroot/dist; run by the build, see Assets.targets.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { alone } from './lock.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = `${root}wwwroot/dist`;
const fresh = `${root}obj/dist`;

await alone(async () => {
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await Promise.all([bundle(), sprite()]);
  // Swapped in whole, so that a failed bundle leaves the last good one in place.
  await rm(dist, { recursive: true, force: true });
  await mkdir(`${root}wwwroot`, { recursive: true });
  await rename(fresh, dist);
});

/** One script and one sheet, on every page; charts are drawn by the server (docs/adr/0004-charts.md). */
function bundle() {
  return build({
    absWorkingDir: root,
    entryPoints: ['assets/app.js', 'assets/app.css'],
    outdir: fresh,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]-[hash]',
    legalComments: 'linked',
    logLevel: 'warning',
  });
}

/** One symbol per name in icons.txt: "check" is the outline icon, "filled/check" the filled one with id "check-filled". */
async function sprite() {
  const names = (await readFile(`${root}assets/icons.txt`, 'utf8')).replace(/#.*$/gm, '').split(/\s+/).filter(Boolean);
  const symbols = await Promise.all([...new Set(names)].map(symbol));
  await writeFile(`${fresh}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
}

async function symbol(name) {
  const [style, icon] = name.startsWith('filled/') ? ['filled', name.slice(7)] : ['outline', name];
  const paint = style === 'filled'
    ? 'fill="currentColor"'
    : 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
  const svg = await readFile(`${root}node_modules/@tabler/icons/icons/${style}/${icon}.svg`, 'utf8');
  return svg
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<svg[^>]*>/, `<symbol id="${icon}${style === 'filled' ? '-filled' : ''}" viewBox="0 0 24 24" ${paint}>`)
    .replace('<path stroke="none" d="M0 0h24v24H0z" fill="none" />', '')
    .replace('</svg>', '</symbol>')
    .replace(/\s+/g, ' ')
    .trim();
}
