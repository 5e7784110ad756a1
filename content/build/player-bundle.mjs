import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

const browser = join(import.meta.dirname, '../player/browser');
const font = dirname(createRequire(import.meta.url).resolve('@fontsource/atkinson-hyperlegible-next/LICENSE'));
const FACES = ['400-normal', '400-italic', '700-normal'];

/** content/player/learner-records.ts for a program on Node. */
export async function learnerRecords() {
  const { build } = await bundler();
  const { outputFiles } = await build({
    entryPoints: [join(browser, '../learner-records.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    logLevel: 'silent',
  });
  return outputFiles[0].contents;
}

/** The files every module shares: the player's script and style, its font and the font's licence. */
export async function playerFiles() {
  const { build } = await bundler();
  const bundle = await build({
    entryPoints: { player: join(browser, 'main.ts'), style: join(browser, 'style.css') },
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: ['es2020', 'chrome90', 'firefox90', 'safari15'],
    external: ['fonts/*'],
    logLevel: 'silent',
  });
  const files = new Map();
  for (const { path, contents } of bundle.outputFiles) {
    files.set(basename(path) === 'style.css' ? 'player.css' : basename(path), Buffer.from(contents));
  }
  for (const face of FACES) {
    files.set(
      `fonts/${face}.woff2`,
      await readFile(join(font, `files/atkinson-hyperlegible-next-latin-${face}.woff2`)),
    );
  }
  files.set('fonts/LICENSE.txt', await readFile(join(font, 'LICENSE')));
  return files;
}

/** Only where something is built: an installation has no bundler, and takes the player as it was built (`builtPlayer`). */
const bundler = () => import('esbuild');

/** Writes the files every module shares into a folder, for programs that build modules without a bundler. */
export async function buildModulePlayer({ outDir }) {
  for (const [path, content] of await playerFiles()) {
    await mkdir(dirname(join(outDir, path)), { recursive: true });
    await writeFile(join(outDir, path), content);
  }
}

/** What `buildModulePlayer` wrote, by path. */
export async function builtPlayer(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(paths.map(async (path) => [relative(folder, path).replaceAll('\\', '/'), await readFile(path)])),
  );
}
