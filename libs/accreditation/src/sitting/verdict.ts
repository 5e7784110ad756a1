import type { Capacity, Substitutes } from '@induct/people';
import type { Day } from '@induct/platform';

/** By what somebody takes part in a body: a seat of their own, or standing in, named or as one of the group. */
export interface Place {
  by: 'seat' | Exclude<Substitutes, 'none'>;
  capacity: Capacity;
  /** The last day of the seat; null while it has no end. */
  lastDay: Day | null;
}

/** One thing that a body asks, and where somebody stands with it on the day. */
export interface AskedState {
  kind: 'requirement' | 'scheme' | 'statutory';
  /** The requirement's or the scheme's; null of the statutory certificate. */
  id: string | null;
  /** False: it is published, and nobody is kept from sitting by it (a voluntary register). */
  binding: boolean;
  met: boolean;
  /** Met since that day: of what lasts longest. */
  since: Day | null;
  /** Met until that day, its end at 23:59:59; null when it is for ever, or not met. */
  until: Day | null;
  /** Not met: the last day on which it was. */
  ended: Day | null;
  /** Not met, because a certificate was revoked on that day. */
  revokedOn: Day | null;
  /** Not met, because a certificate is suspended on the day: it would count otherwise. */
  suspended: boolean;
  /** Not met, because an officer has still to issue the certificate: it was earned, and would count otherwise. */
  waits: boolean;
}

/** Whether somebody may sit on a body on a day. */
export interface Verdict<Asked extends AskedState = AskedState> {
  may: boolean;
  /** Null: they have no seat, and do not stand in. */
  place: Place | null;
  asked: Asked[];
  /** The last day on which this stays so, as things are known; null when nothing ends it, or when they may not. */
  until: Day | null;
}

/** Who has a place and has shown all that is binding may sit. Where nothing is asked, the place is enough. */
export function verdictOf<Asked extends AskedState>(place: Place | null, asked: readonly Asked[]): Verdict<Asked> {
  const binding = asked.filter((one) => one.binding);
  const may = place !== null && binding.every(({ met }) => met);
  const ends = may ? [place.lastDay, ...binding.map(({ until }) => until)].filter((day) => day !== null) : [];
  return { may, place, asked: [...asked], until: ends.toSorted()[0] ?? null };
}
