import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { jsonForScript, speechKey, speechOf } from '@induct/platform';
import { runtime } from 'nunjucks';

/** Built by styles/build.mjs: beside the compiled server, or in dist/ when the sources run (tests). */
export const assetsFolder = [
  resolve(__dirname, '../../../../assets'),
  resolve(__dirname, '../../../../dist/assets'),
].find((folder) => existsSync(join(folder, 'manifest.json')));

const files: Record<string, string> = assetsFolder
  ? (JSON.parse(readFileSync(join(assetsFolder, 'manifest.json'), 'utf8')) as Record<string, string>)
  : {};

/** The address of a built asset: its name holds the hash of its content, so browsers may keep it for ever. */
export const assetUrl = (name: string): string => `/assets/${files[name] ?? name}`;

const speeches = new Map<string, string>();

/** For a page: what one of its scripts says, for whoever reads it (`scripts/say.mjs`). Nothing where that stands in the script. */
export function speech(name: string): runtime.SafeString {
  const key = `${name}\n${speechKey()}`;
  if (!speeches.has(key)) speeches.set(key, speechTag(name));
  return new runtime.SafeString(speeches.get(key)!);
}

function speechTag(name: string): string {
  const said = assetsFolder && speechOf(readFileSync(join(assetsFolder, files[name] ?? name), 'utf8'));
  return said ? `<script type="application/json" data-speech>${jsonForScript(said)}</script>` : '';
}
