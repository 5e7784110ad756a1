import type { OpenRow } from '@induct/accreditation';
import { britishDate, type Day } from '@induct/platform';
import type { Column } from '../../lists/list';
import { dueTag } from '../../words/due';
import { mandateHref } from './mandates.view';

/** Of a scheme: its holders keep their award, and have to show more by a day. */
const NEW_BESIDE = 'what is new, beside the award they keep';

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
    cell: ({ title, mandateId, scheme }) => ({
      text: title,
      detail: scheme === null ? undefined : NEW_BESIDE,
      ...(isOfficer && {
        href: mandateId === null ? `/admin/schemes/${scheme}` : mandateHref(mandateId),
        classes: 'induct-breaks',
      }),
    }),
    file: ({ title, scheme }) => (scheme === null ? title : `${title} (${NEW_BESIDE})`),
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
