import { said } from '@induct/platform';
import { type BodyKind, type Capacity, CAPACITY_NAMES, type HeldSeats, periodInWords } from '@induct/people';

type Held = Awaited<ReturnType<HeldSeats['ofPerson']>>;

/** A group is led; everything else is chaired. */
export const capacityName = (capacity: Capacity, kind: BodyKind): string => {
  if (kind === 'group' && capacity === 'chair') return said('Leader');
  return kind === 'group' && capacity === 'vice_chair' ? said('Deputy leader') : said(CAPACITY_NAMES[capacity]);
};

/** What somebody was and is on the council: `Planning Committee: Chair, since 22 May 2017`. */
export const heldInWords = ({ terms, memberships }: Held) => ({
  terms: terms.map(({ id, division, kind, ...period }) => ({
    text: `${division}${kind === 'by_election' ? ' (by-election)' : ''}, ${periodInWords(period)}`,
    href: `/admin/council/terms/${id}`,
  })),
  memberships: memberships.map(({ id, body, capacity, kind, ...period }) => ({
    text: `${body}: ${capacityName(capacity, kind)}, ${periodInWords(period)}`,
    href: `/admin/council/memberships/${id}`,
  })),
});
