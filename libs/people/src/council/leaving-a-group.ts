import type { Day } from '@induct/platform';
import type { BodyKind, Capacity } from './council.words';
import { onDay, type Period } from './period';

export interface HeldSeat extends Period {
  bodyId: string;
  kind: BodyKind;
  capacity: Capacity;
}

/**
 * Seats that somebody still has on the day they leave their group. They keep them: a seat is taken away by whoever gave it, and the
 * council looks anew at how seats are shared among groups (Local Government and Housing Act 1989, section 15).
 */
export const seatsToLookAt = <S extends HeldSeat>(seats: readonly S[], leaves: Day): S[] =>
  seats.filter((seat) => (seat.kind === 'committee' || seat.kind === 'panel') && onDay(seat, leaves));

/** Nobody is in two groups at a time. @returns the group somebody would still be in */
export const otherGroup = <S extends HeldSeat>(
  seats: readonly S[],
  bodyId: string,
  isTaken: (seat: S) => boolean,
): S | undefined => seats.find((seat) => seat.kind === 'group' && seat.bodyId !== bodyId && isTaken(seat));
