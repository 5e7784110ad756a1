import type { NamedState, Sitter } from '@induct/accreditation';
import { CAPACITY_NAMES } from '@induct/people';
import { britishDate } from '@induct/platform';

/** What a body asks, as it is called. */
export const askedTitle = ({ title }: Pick<NamedState, 'title'>): string => title ?? 'The statutory certificate';

/** By what somebody takes part: `Chair`, `Named substitute`. */
export function placeWords({ place }: Pick<Sitter, 'place'>): string {
  if (!place) return 'Not on it';
  if (place.by === 'seat') return CAPACITY_NAMES[place.capacity];
  return place.by === 'named' ? 'Named substitute' : 'Of the same group';
}

/** Why one thing that is asked is not met: `not shown`, `ran out on 3 May 2026`. */
export function missingWords({ ended, revokedOn }: NamedState): string {
  if (revokedOn) return `the certificate was revoked on ${britishDate(revokedOn)}`;
  return ended ? `ran out on ${britishDate(ended)}` : 'not shown';
}

/** Why somebody may sit, or what keeps them from it. */
export function reasonWords({ may, asked }: Pick<Sitter, 'may' | 'asked'>): string {
  const binding = asked.filter((one) => one.binding);
  if (binding.length === 0) return 'Nothing is asked for it';
  if (may) return `Has shown ${binding.map(askedTitle).join(', ')}`;
  const missing = binding.filter(({ met }) => !met);
  return missing.map((one) => `${askedTitle(one)}: ${missingWords(one)}`).join('; ');
}
