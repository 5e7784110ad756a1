/** What the programme is made of, in the words of its columns, and how pages say them. */

export const EVENT_KINDS = ['event', 'training', 'briefing', 'workshop', 'one-to-one', 'meeting'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EVENT_KIND_NAMES: Record<EventKind, string> = {
  event: 'Event',
  training: 'Training',
  briefing: 'Briefing',
  workshop: 'Workshop',
  'one-to-one': 'One-to-one',
  meeting: 'Meeting',
};

export const SESSION_STATES = ['idea', 'hold', 'provisional', 'confirmed', 'delivered', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const SESSION_STATE_NAMES: Record<SessionState, string> = {
  idea: 'Idea',
  hold: 'Date kept free',
  provisional: 'Provisional',
  confirmed: 'Confirmed',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
};

export const AUDIENCES = ['everyone', 'body'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const SEATS = ['room', 'online'] as const;
export type Seat = (typeof SEATS)[number];

export const POOL_AUDIENCES = ['any', 'member', 'officer', 'partner'] as const;
export type PoolAudience = (typeof POOL_AUDIENCES)[number];

export const POOL_AUDIENCE_NAMES: Record<PoolAudience, string> = {
  any: 'Anyone',
  member: 'Members',
  officer: 'Officers',
  partner: 'Partner councils',
};

export const FIXED_DATE_KINDS = ['meeting', 'poll', 'closed'] as const;
export type FixedDateKind = (typeof FIXED_DATE_KINDS)[number];

export const FIXED_DATE_KIND_NAMES: Record<FixedDateKind, string> = {
  meeting: 'Meeting of the council',
  poll: 'Poll',
  closed: 'Nothing takes place',
};
