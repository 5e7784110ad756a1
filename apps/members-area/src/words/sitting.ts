import type { NamedState, Sitter } from '@induct/accreditation';
import { CAPACITY_NAMES, type Capacity } from '@induct/people';
import { asTyped, readerDate, said, w } from '@induct/platform';

type Placed = Pick<Sitter, 'place'>;

/** What a body asks, as it is called. */
export const askedTitle = ({ title }: Pick<NamedState, 'title'>): string =>
  title ? asTyped(title) : said('The statutory certificate');

/** By what somebody takes part, as officers read it: `Chair`, `Named substitute`. */
export function placeWords({ place }: Placed): string {
  if (!place) return said('Not on it');
  if (place.by === 'seat') return said(CAPACITY_NAMES[place.capacity]);
  return place.by === 'named' ? said('Named substitute') : said('Substitute of a group');
}

const MY_SEAT: Record<Capacity, string> = {
  chair: 'as its chair',
  vice_chair: 'as its vice-chair',
  member: 'as a member of it',
  co_opted: 'as a co-opted member of it',
  substitute: 'as a substitute',
};

/** The same, said to themselves: `as its chair`, `as a substitute of your group`. */
export function myPlaceWords({ place }: Placed): string {
  if (!place) return said('you are not on it');
  if (place.by === 'seat') return said(MY_SEAT[place.capacity]);
  return place.by === 'named' ? said('as a named substitute') : said('as a substitute of your group');
}

/** Why one thing that is asked is not met: `not shown`, `ran out on 3 May 2026`. */
export function missingWords({ ended, revokedOn, suspended, waits }: NamedState): string {
  if (suspended) return said('the certificate is suspended');
  // Whoever has earned it again after it was revoked is kept by that alone.
  if (waits) return said('earned, and the certificate is still to be issued');
  if (revokedOn) return w`the certificate was revoked on ${readerDate(revokedOn)}`;
  return ended ? w`ran out on ${readerDate(ended)}` : said('not shown');
}

/** The same, said to themselves, as a sentence. */
export function myMissingWords(one: NamedState): string {
  const what = one.title ? `“${asTyped(one.title)}”` : said('the statutory certificate');
  if (one.suspended) return w`Your certificate ${of(one)} is suspended: for now it does not count.`;
  if (one.waits) return w`You have earned ${what}: an officer has still to issue the certificate.`;
  if (one.revokedOn) return w`Your certificate ${of(one)} was revoked on ${readerDate(one.revokedOn)}.`;
  if (one.ended) return w`What you have shown of ${what} ran out on ${readerDate(one.ended)}.`;
  return one.title ? w`You have not shown ${what} yet.` : said('You do not hold the statutory certificate yet.');
}

const of = ({ title }: NamedState) => (title ? `“${asTyped(title)}”` : said('that the law asks for'));

/** Why somebody may sit, or what keeps them from it. */
export function reasonWords({ may, asked }: Pick<Sitter, 'may' | 'asked'>): string {
  const binding = asked.filter((one) => one.binding);
  if (binding.length === 0) return said('Nothing has to be shown for it');
  if (may) return w`Has shown ${binding.map(askedTitle).join(', ')}`;
  const missing = binding.filter(({ met }) => !met);
  return missing.map((one) => `${askedTitle(one)}: ${missingWords(one)}`).join('; ');
}
