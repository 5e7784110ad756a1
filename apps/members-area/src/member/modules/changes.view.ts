import { readerDate, w } from '@induct/platform';
import type { ChangeRow } from './modules.queries';

/** One renewal of the module, as its page tells of it. */
export function changeView({ id, version, publishedAt, note, due, readAt }: ChangeRow) {
  return {
    id,
    heading: w`Version ${version}, published on ${readerDate(publishedAt)}`,
    note,
    due,
    read: readAt ? w`You read this on ${readerDate(readAt)}.` : undefined,
  };
}
