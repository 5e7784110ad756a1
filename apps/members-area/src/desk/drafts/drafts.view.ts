import { britishTimeAndDate } from '@induct/platform';
import type { Column } from '../../lists/list';
import { draftHref } from './addresses';
import type { DraftRow } from './drafts.queries';

export const DRAFT_COLUMNS: readonly Column<DraftRow>[] = [
  { head: 'Module', cell: ({ id, title }) => ({ text: title, href: draftHref(id), classes: 'induct-breaks' }) },
  { head: 'Becomes', cell: ({ module }) => ({ text: module ?? 'A new module', classes: 'induct-breaks' }) },
  { head: 'Last changed', cell: ({ changedAt }) => britishTimeAndDate(changedAt) },
  { head: 'By', cell: ({ changedBy }) => changedBy ?? 'Somebody who has left' },
];
