/** Bookings in the words of their columns. */

/** Whose places somebody takes. */
export type BookingAudience = 'member' | 'officer' | 'partner';

export type BookingState = 'booked' | 'waiting' | 'cancelled';

/** Who cancelled: whoever had it (or their officer, for them), or the council, the session as a whole. */
export type CancelBy = 'self' | 'officer' | 'council';

/** What has happened to a booking. */
export type BookingDoing =
  | 'booked'
  | 'waiting'
  | 'promoted'
  | 'a-place-is-free'
  /** Whoever waited has taken the free place by their own press. */
  | 'taken'
  /** The booking on the other date; `moved-away` is the one that it was before. */
  | 'moved'
  | 'moved-away'
  | 'session-changed'
  | 'cancelled-by-self'
  | 'cancelled-by-officer'
  | 'cancelled-by-council';
