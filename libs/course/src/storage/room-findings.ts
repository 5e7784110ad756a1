import type { PackageFinding } from '@induct/scorm';
import { refused } from '../archive/archive-findings';
import type { DeletableVersion } from './deletion.repository';
import { plainBytes } from '../archive/plain-bytes';

/** All packages together would take more than they may. */
export function storeIsFull(taken: number, most: number, deletable: readonly DeletableVersion[]): PackageFinding {
  const message = `There is no room for it: the packages that are stored take ${plainBytes(taken)} of the ${plainBytes(most)} that they may take.`;
  return refused('store-is-full', message, whatToDelete(deletable));
}

export function diskIsFull(deletable: readonly DeletableVersion[]): PackageFinding {
  const message = 'There is no room for it: the disk of the server is almost full.';
  return refused('disk-is-full', message, whatToDelete(deletable));
}

function whatToDelete(deletable: readonly DeletableVersion[]): string {
  if (deletable.length === 0) {
    return 'There is no draft that could be deleted. Ask the administrator for more room, and upload it again then.';
  }
  const drafts = deletable.map(({ module, number, bytes }) => `“${module}”, version ${number} (${plainBytes(bytes)})`);
  return `Delete drafts that nobody needs, on the page of the version, and upload it again. The largest: ${drafts.join('; ')}.`;
}
