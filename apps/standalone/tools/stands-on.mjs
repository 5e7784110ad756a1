import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every lib may use them, and they use nothing of ours. */
export const FLOOR = ['scorm', 'platform'];

/** The folders of libs. */
export const libsOf = (root) =>
  readdirSync(join(root, 'libs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Where a lib says what it stands on. */
export const descriptorOf = (lib) => `libs/${lib}/src/${lib}.lib.ts`;

/**
 * The libs that a lib stands on beside the floor, as its descriptor says; none when it says nothing. It is read as text,
 * because whoever asks looks at imports, and runs nothing.
 * @returns {string[]}
 * @throws {Error} in words for whoever wrote it, when it is not a list of names in quotes
 */
export function standsOn(root, lib) {
  const path = join(root, descriptorOf(lib));
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (!/\bstandsOn\b/.test(text)) return [];
  const list = /^ *standsOn: \[([^\]]*)\],$/m.exec(text)?.[1];
  const names = list?.split(',').map((name) => name.trim());
  // What ends in a comma ends in nothing.
  if (names?.at(-1) === '') names.pop();
  if (!names?.every((name) => /^'[\w-]+'$/.test(name)))
    throw new Error(
      `${descriptorOf(lib)}: standsOn has to be a list of names in quotes: standsOn: ['people', 'letters'],`,
    );
  return names.map((name) => name.slice(1, -1));
}
