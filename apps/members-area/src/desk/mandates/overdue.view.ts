import type { OpenRow } from '@induct/accreditation';
import { britishDate, type Day } from '@induct/platform';
import type { Column } from '../../lists/list';
import { dueTag } from '../../words/due';
import { mandateHref } from './mandates.view';

/** Somebody who has still to meet something. A champion has no page of a member to go to. */
export const overdueColumns = (today: Day, isOfficer: boolean): readonly Column<OpenRow>[] => [
  {
    head: 'Name',
    cell: ({ name, personId }) =>
      isOfficer ? { text: name, href: `/admin/members/${personId}`, classes: 'induct-breaks' } : name,
    file: ({ name }) => name,
  },
  {
    head: 'Group',
    speaks: true,
    // A champion reads of one group, and the page says which.
    ...(isOfficer ? { cell: ({ group }: OpenRow) => group ?? '' } : {}),
    file: ({ group }) => group,
  },
  {
    head: 'Mandate',
    speaks: true,
    cell: ({ title, mandateId }) =>
      isOfficer ? { text: title, href: mandateHref(mandateId), classes: 'induct-breaks' } : title,
    file: ({ title }) => title,
  },
  {
    head: 'Due',
    cell: ({ dueOn }) => britishDate(dueOn),
    file: ({ dueOn }) => dueOn,
  },
  {
    head: 'State',
    cell: ({ dueOn }) => ({ tag: dueTag(dueOn, today) }),
    file: ({ dueOn }) => dueTag(dueOn, today).text,
  },
  { head: 'Asked for since', file: ({ since }) => since },
];
