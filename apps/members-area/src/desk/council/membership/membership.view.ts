import { CAPACITIES_OF, periodInWords } from '@induct/people';
import { britishTimeAndDate } from '@induct/platform';
import { capacityName } from '../../../words/held-seats';
import type { SaidOfMembership } from './membership.queries';

const membershipHref = (id: string) => `/admin/council/memberships/${id}`;

/** `Chair, from 22 May 2017 to 12 May 2019` */
export const saidInWords = ({ capacity, kind, ...period }: SaidOfMembership): string =>
  `${capacityName(capacity, kind)}, ${periodInWords(period)}`;

/** What was said before, by whom, and why it is no longer said. */
export function saidBefore(one: {
  recordedAt: Date;
  recordedBy: string | null;
  supersededAt: Date | null;
  supersededBy: string | null;
  reason: string | null;
}) {
  return {
    recorded: `Recorded by ${one.recordedBy ?? 'Induct'} at ${britishTimeAndDate(one.recordedAt)}.`,
    superseded:
      one.supersededAt && `Changed by ${one.supersededBy ?? 'Induct'} at ${britishTimeAndDate(one.supersededAt)}.`,
    reason: one.reason,
  };
}

/** Everything that every page of a membership shows. */
export function membershipView([now, ...before]: readonly [SaidOfMembership, ...SaidOfMembership[]]) {
  return {
    id: now.id,
    href: membershipHref(now.id),
    person: { name: now.name, href: `/admin/people/${now.personId}` },
    body: { name: now.body, href: `/admin/council/bodies/${now.bodyId}` },
    said: saidInWords(now),
    ...saidBefore(now),
    isWithdrawn: now.supersededAt !== null,
    isChampionOf: now.isChampion && now.kind === 'group',
    before: before.map((one) => ({ said: saidInWords(one), ...saidBefore(one) })),
    capacities: CAPACITIES_OF[now.kind].map((value) => ({ value, text: capacityName(value, now.kind) })),
  };
}
