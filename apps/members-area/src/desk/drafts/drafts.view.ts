import { britishTimeAndDate } from '@induct/platform';
import type { Column } from '../../lists/list';
import { draftHref } from './frame/addresses';
import type { DraftRow, RemovedRow } from './drafts.queries';

export const DRAFT_COLUMNS: readonly Column<DraftRow>[] = [
  { head: 'Module', cell: ({ id, title }) => ({ text: title, href: draftHref(id), classes: 'induct-breaks' }) },
  { head: 'Becomes', cell: ({ module }) => ({ text: module ?? 'A new module', classes: 'induct-breaks' }) },
  { head: 'Last changed', cell: ({ changedAt }) => britishTimeAndDate(changedAt) },
  { head: 'By', cell: ({ changedBy }) => changedBy ?? 'Somebody who has left' },
];

export const removedView = ({ id, title, removedAt, removedBy }: RemovedRow) => ({
  title,
  said: `Removed by ${removedBy ?? 'somebody who has left'}, ${britishTimeAndDate(removedAt)}`,
  action: `${draftHref(id)}/bring-back`,
});
