import { CannotStart } from '@induct/platform';

/**
 * Whether to load the demo council: unless told otherwise, only into the embedded database.
 * @param words what stands behind `npm start --`
 */
export function wantsDemo(words: readonly string[], ownDatabase: boolean): boolean {
  const unknown = words.filter((word) => word !== '--demo' && word !== '--no-demo');
  if (unknown.length > 0) {
    throw new CannotStart(
      `npm start does not know ${unknown.join(' ')}.\nIt takes --demo (a demo council) or --no-demo (an empty council).`,
    );
  }
  if (words.includes('--no-demo')) return false;
  return words.includes('--demo') || !ownDatabase;
}
