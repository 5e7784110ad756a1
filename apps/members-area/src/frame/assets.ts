import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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
