import type { BookingAudience, Seat, SessionBooking } from '@induct/events';

const FORGOTTEN_GUEST = 'A guest whose name is no longer kept';

export const nameOf = ({ name }: Pick<SessionBooking, 'name'>): string => name ?? FORGOTTEN_GUEST;

const AUDIENCE_NAMES: Record<BookingAudience, string> = { member: 'Member', officer: 'Officer', partner: 'Guest' };
export const SEAT_NAMES: Record<Seat, string> = { room: 'In the room', online: 'Online' };

/** `Member`, `Guest of Westmoor Council`. */
export const asWhom = ({ audience, partner }: Pick<SessionBooking, 'audience' | 'partner'>): string =>
  partner ? `Guest of ${partner}` : AUDIENCE_NAMES[audience];

const CANCELLED_BY = { self: 'By themselves', officer: 'By an officer', council: 'With the session' } as const;
export const cancelledBy = ({ cancelBy }: Pick<SessionBooking, 'cancelBy'>): string =>
  cancelBy === null ? '' : CANCELLED_BY[cancelBy];
