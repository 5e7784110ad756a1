import { britishDate } from '@induct/platform';
import type { ChangeRow } from './modules.queries';

/** One renewal of the module, as its page tells of it. */
export function changeView({ id, version, published_at, note, due, read_at }: ChangeRow) {
  return {
    id,
    heading: `Version ${version}, published on ${britishDate(published_at)}`,
    note,
    due,
    read: read_at ? `You read this on ${britishDate(read_at)}.` : undefined,
  };
}
