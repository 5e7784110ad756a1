import { type BodyKind, type Capacity, CAPACITY_NAMES, type HeldSeats, type Period } from '@induct/people';
import { asTypedIn, daysLater, readerDate, said, w } from '@induct/platform';

type Held = Awaited<ReturnType<HeldSeats['ofPerson']>>;

/** A group is led; everything else is chaired. */
export const capacityName = (capacity: Capacity, kind: BodyKind): string => {
  if (kind === 'group' && capacity === 'chair') return said('Leader');
  return kind === 'group' && capacity === 'vice_chair' ? said('Deputy leader') : said(CAPACITY_NAMES[capacity]);
};

/** `since 22 May 2017`, `from 22 May 2017 to 5 May 2021`: for whoever reads it. What is on record has `periodInWords`. */
const readerPeriod = ({ from, until }: Period): string =>
  until === null ? w`since ${readerDate(from)}` : w`from ${readerDate(from)} to ${readerDate(daysLater(until, -1))}`;

/** What somebody was and is on the council: `Planning Committee: Chair, since 22 May 2017`. */
export const heldInWords = ({ terms, memberships }: Held) => ({
  terms: terms.map(({ id, division, kind, ...period }) => ({
    text: `${division}${kind === 'by_election' ? ` ${said('(by-election)')}` : ''}, ${readerPeriod(period)}`,
    href: `/admin/council/terms/${id}`,
  })),
  memberships: memberships.map(({ id, body, nameCy, capacity, kind, ...period }) => ({
    text: `${asTypedIn(body, nameCy)}: ${capacityName(capacity, kind)}, ${readerPeriod(period)}`,
    href: `/admin/council/memberships/${id}`,
  })),
});
