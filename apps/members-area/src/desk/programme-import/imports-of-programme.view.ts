import type { ProgrammeImport } from '@induct/events';
import { britishTimeAndDate } from '@induct/platform';
import { type Column, listView } from '../../lists/list';
import { counted } from '../../words/counted';
import type { Tag } from '../../words/tag';

export const PROGRAMME_IMPORTS = '/admin/programme-imports';
export const IMPORTS_PER_PAGE = 25;

export const IMPORT_TAGS: Record<ProgrammeImport['state'], Tag> = {
  preview: { text: 'To look at', kind: 'warning' },
  imported: { text: 'Imported', kind: 'done' },
  discarded: { text: 'Discarded', kind: 'going' },
};

/** `65 sessions and 1 fixed date` */
export const brought = (sessions: number, fixed: number): string =>
  fixed === 0 ? counted(sessions, 'session') : `${counted(sessions, 'session')} and ${counted(fixed, 'fixed date')}`;

const COLUMNS: readonly Column<ProgrammeImport>[] = [
  {
    head: 'Programme',
    cell: ({ id, name }) => ({ text: name, href: `${PROGRAMME_IMPORTS}/${id}`, classes: 'induct-breaks' }),
  },
  {
    head: 'State',
    cell: ({ state, decidedByName, decidedAt }) => ({
      tag: IMPORT_TAGS[state],
      more: decidedAt ? `by ${decidedByName}, ${britishTimeAndDate(decidedAt)}` : undefined,
    }),
  },
  {
    head: 'Rows',
    cell: ({ rows, sessions, fixed }) => ({
      text: counted(rows, 'row'),
      more: sessions === null ? undefined : brought(sessions, fixed ?? 0),
    }),
  },
  { head: 'Taken in', cell: ({ takenAt, takenByName }) => `${britishTimeAndDate(takenAt)} by ${takenByName}` },
];

/** Programmes that were taken in, the newest first. */
export const importsList = (
  rows: readonly ProgrammeImport[],
  total: number,
  page: number,
  href: (page: number) => string,
) =>
  listView({
    columns: COLUMNS,
    rows,
    caption: 'Programmes that were pasted or uploaded, newest first',
    page,
    per: IMPORTS_PER_PAGE,
    total,
    href,
  });
