import { britishDate } from '@induct/platform';
import type { ChangeRow } from './modules.queries';

/** One renewal of the module, as its page tells of it. */
export function changeView({ id, version, publishedAt, note, due, readAt }: ChangeRow) {
  return {
    id,
    heading: `Version ${version}, published on ${britishDate(publishedAt)}`,
    note,
    due,
    read: readAt ? `You read this on ${britishDate(readAt)}.` : undefined,
  };
}
