import type { ListedMandate, WouldAsk } from '@induct/accreditation';
import { ROLE_NAMES } from '@induct/people';
import { britishDate, type Day, dayInLondon, daysLater } from '@induct/platform';
import { capacityName } from '../../words/held-seats';
import { counted, figure } from '../../words/counted';

type Tag = { text: string; kind: 'done' | 'going' | 'warning' | 'todo' | 'bad' };

/** `Everybody on Planning Committee as Chair or Vice-chair` */
export function whoInWords({ who, role, body, bodyKind, capacities, person }: ListedMandate): string {
  if (who === 'role') return role === 'member' ? 'Every member' : `Everybody with the role ${ROLE_NAMES[role!]}`;
  if (who === 'person') return person ?? 'Somebody who is no longer in the list of people';
  if (who === 'group') return `Everybody in the group ${body ?? ''}`;
  const as = capacities.map((one) => capacityName(one, bodyKind ?? 'committee')).join(' or ');
  return `Everybody on ${body ?? ''}${as ? ` as ${as}` : ''}`;
}

const AFTER = {
  election: 'the election',
  takes_office: 'taking office',
  appointment: 'appointment',
} as const;

/** `28 days after taking office` */
export function termInWords({ anchor, fixedOn, count, unit, beforeSitting }: ListedMandate): string {
  if (beforeSitting) return 'Before they first sit';
  const time = counted(count, unit);
  if (anchor === 'fixed') return count === 0 ? `By ${britishDate(fixedOn!)}` : `${time} after ${britishDate(fixedOn!)}`;
  return count === 0 ? `On the day of ${AFTER[anchor]}` : `${time} after ${AFTER[anchor]}`;
}

/** `since 1 June 2027`, `from 1 June 2027 to 31 May 2028` */
export function inForceInWords({ from, until }: Pick<ListedMandate, 'from' | 'until'>, today: Day): string {
  const first = britishDate(from);
  if (until === null) return from <= today ? `since ${first}` : `from ${first}`;
  const last = daysLater(until, -1);
  return last < from ? `on no day: it ended when it began` : `from ${first} to ${britishDate(last)}`;
}

/** Whether it asks anybody now. */
export function stateOf({ outcome, endedAt, from, until }: ListedMandate, now: Date): Tag {
  if (outcome === null) return { text: 'Waits for a second person', kind: 'warning' };
  if (outcome === 'refused') return { text: 'Refused', kind: 'bad' };
  if (outcome === 'withdrawn') return { text: 'Withdrawn', kind: 'todo' };
  const today = dayInLondon(now);
  if (endedAt !== null || (until !== null && until <= today)) return { text: 'Ended', kind: 'todo' };
  return from > today ? { text: 'Not yet in force', kind: 'going' } : { text: 'In force', kind: 'done' };
}

/** What adopting it would do, before anybody does. */
export function wouldAskWords({ people, late }: WouldAsk): string {
  if (people === 0) return 'Adopted today, it would ask nobody yet.';
  const asks = `Adopted today, it would ask ${counted(people, 'person', 'people')}.`;
  if (late === 0) return asks;
  return `${asks} For ${late === people ? 'all' : figure(late)} of them it would be overdue at once, unless they have met it.`;
}

/** Whether it can be ended: it was adopted, and nobody has ended it. */
export const isAdopted = ({ outcome, endedAt }: ListedMandate): boolean =>
  (outcome === 'adopted' || outcome === 'adopted_alone') && endedAt === null;
