import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModuleFiles } from '../format/folder';
import { type KitScreen, MODULE_PLAYER } from './kit.service';

const TYPES: Record<string, string> = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg' };

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Of pictures, in the page, in bytes: one that a text shows a thousand times would be in it a thousand times. */
const MOST_PICTURED = 40_000_000;

/** What a page's style needs beside the module's own: no script runs, so whatever a press would show is shown. */
const SHOWN = `[hidden]{display:block!important}.source-words[hidden]{display:none!important}.feedback,.error{display:none!important}
body{padding:1rem;min-height:0}.screen{max-width:42rem;margin:0 auto}`;

/** The module's own style, with its fonts in it: the page may load nothing. Read once. */
let style: Promise<string> | undefined;

async function readStyle(): Promise<string> {
  const css = await readFile(join(MODULE_PLAYER, 'player.css'), 'utf8');
  const fonts = new Map<string, string>();
  for (const [, path] of css.matchAll(/url\(["']?(fonts\/[\w-]+\.woff2)["']?\)/g))
    if (!fonts.has(path!)) fonts.set(path!, (await readFile(join(MODULE_PLAYER, path!))).toString('base64'));
  return css.replaceAll(
    /url\(["']?(fonts\/[\w-]+\.woff2)["']?\)/g,
    (_, path: string) => `url(data:font/woff2;base64,${fonts.get(path)})`,
  );
}

/** A screen as a page of its own, which loads nothing and runs nothing: everything that belongs to it is in it. */
export async function screenPage({ number, title, html }: KitScreen, files: ModuleFiles): Promise<string> {
  style ??= readStyle();
  let left = MOST_PICTURED;
  const pictured = html.replaceAll(
    /src="(media\/[a-z0-9-]+\.(svg|png|jpg))"/g,
    (whole, path: string, ending: string) => {
      const file = files.get(path);
      left -= file?.length ?? 0;
      if (file === undefined || left < 0) return whole;
      return `src="data:${TYPES[ending]};base64,${Buffer.from(file).toString('base64')}"`;
    },
  );
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${await style}${SHOWN}</style>
</head>
<body>
<main>
<section class="screen">
<div class="heading"><p class="numeral" aria-hidden="true">${number}</p><h1>${escape(title)}</h1></div>
<div class="prose">
${pictured}</div>
</section>
</main>
</body>
</html>
`;
}

/** May load nothing from anywhere, run nothing and be framed by us alone. */
export const SCREEN_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
