import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotStart } from '@induct/platform';

/** The script of the page in a zip, as it was built with the player. */
export function dispatchScript(folder = builtPlayer()): string {
  const names = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
  return readFileSync(join(folder, names['dispatch_package']!), 'utf8');
}

/** Beside the compiled server, or in dist/ when the sources run (tests). */
export function builtPlayer(): string {
  const places = [resolve(__dirname, '../../../../player'), resolve(__dirname, '../../../../dist/player')];
  const found = places.find((place) => existsSync(join(place, 'manifest.json')));
  if (!found) throw new CannotStart('The player has not been built. Run: npm run build');
  return found;
}
