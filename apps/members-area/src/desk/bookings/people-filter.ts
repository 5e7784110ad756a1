import { z } from 'zod';
import { address } from '../../lists/paging';
import { pageNumber } from '../../lists/filter';
import { sessionHref } from '../programme/session.words';

export const SHOWN = ['booked', 'waiting', 'cancelled'] as const;
export type Shown = (typeof SHOWN)[number];

/** Who of a session is listed. */
export const PeopleFilter = z.object({
  show: z.enum(SHOWN).catch('booked').default('booked'),
  page: pageNumber,
});
export type PeopleFilter = z.infer<typeof PeopleFilter>;

export const peopleHref = (sessionId: string): string => `${sessionHref(sessionId)}/people`;

/** @param to another path with the same filter: the list as a file */
export const peopleAddress = (sessionId: string, { show, page }: PeopleFilter, to = peopleHref(sessionId)): string =>
  address(to, { show: show === 'booked' ? undefined : show, page: page === 1 ? undefined : page });
