// Compiles the style sheet and the browser scripts into `outDir` under names that carry their content's hash, and
// writes manifest.json: name → file. Pages ask for assets by name.
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compileAsync } from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../../../..');
const require = createRequire(import.meta.url);

export async function buildStyles({ outDir, quiet }) {
  mkdirSync(outDir, { recursive: true });
  const manifest = {};
  const add = (name, content) => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const file = `${basename(name, extname(name))}-${hash}${extname(name)}`;
    writeFileSync(join(outDir, file), content);
    if (/\.(css|js|svg)$/.test(file)) {
      writeFileSync(join(outDir, `${file}.gz`), gzipSync(content, { level: 9 }));
      writeFileSync(join(outDir, `${file}.br`), brotliCompressSync(content));
    }
    manifest[name] = file;
    return file;
  };

  for (const path of globSync(join(here, '../images/*'))) add(basename(path), readFileSync(path));
  const css = await styleSheet(add);
  add('site.css', css);
  for (const { name, code } of await scripts()) add(name, code);
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2));
  if (!quiet) process.stdout.write(`${Math.round(css.length / 1024)} KB of CSS, `);
}

async function styleSheet(add) {
  const govuk = resolve(dirname(require.resolve('govuk-frontend/package.json')), 'dist');
  const { css } = await compileAsync(join(here, 'site.scss'), {
    loadPaths: [govuk],
    style: 'compressed',
    quietDeps: true,
  });
  const fonts = resolve(dirname(require.resolve('@fontsource/atkinson-hyperlegible-next/package.json')), 'files');
  // `url(font:latin-400-normal)` in the Sass.
  return css.replace(/url\("?font:([\w-]+)"?\)/g, (_, face) => {
    const name = `atkinson-hyperlegible-next-${face}.woff2`;
    return `url(${add(name, readFileSync(join(fonts, name)))})`;
  });
}

/** Everything called `….browser.mjs` is a page's script, bundled under that name. */
async function scripts() {
  const entryPoints = globSync('apps/members-area/src/**/*.browser.mjs', { cwd: root });
  const { outputFiles } = await build({
    entryPoints: entryPoints.map((path) => join(root, path)),
    bundle: true,
    minify: true,
    format: 'esm',
    // Sentences stand in it as they are looked up (libs/platform/src/words/speech.ts).
    charset: 'utf8',
    target: 'es2020',
    write: false,
    outdir: join(root, 'dist/assets'),
    entryNames: '[name]',
    logLevel: 'error',
  });
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), code: contents }));
}
