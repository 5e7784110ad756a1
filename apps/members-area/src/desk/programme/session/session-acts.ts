import { lacking, nextStates, type PlannedSession, type SessionState, WHAT_IS_MISSING } from '@induct/events';

/** What is done with a session on a page of its own, by the end of its address. */
export const SESSION_ACTS = ['keep-free', 'plan', 'confirm', 'postpone', 'deliver', 'cancel'] as const;
export type SessionAct = (typeof SESSION_ACTS)[number];

/** What it becomes by that. */
export const BECOMES: Record<SessionAct, SessionState> = {
  'keep-free': 'hold',
  plan: 'provisional',
  confirm: 'confirmed',
  postpone: 'provisional',
  deliver: 'delivered',
  cancel: 'cancelled',
};

/** What may be done with a session in that state, whatever it lacks. What was confirmed is postponed, what was not is planned. */
export const actsFor = (state: SessionState): SessionAct[] =>
  SESSION_ACTS.filter(
    (act) => nextStates(state).includes(BECOMES[act]) && (state === 'confirmed' ? act !== 'plan' : act !== 'postpone'),
  );

/** What a session has not, and needs for that: in words. */
export function missingFor(act: SessionAct, session: PlannedSession, now: Date): string[] {
  const { eventId, place, onlineUrl, parts, endsAt } = session;
  const missing = lacking(BECOMES[act], {
    event: eventId !== null,
    place: place !== null || onlineUrl !== null,
    times: parts.length > 0 && parts.every(({ to }) => to !== null),
    over: endsAt === null || endsAt <= now,
  });
  return missing.flatMap((one) => (one === 'no way' ? [] : [WHAT_IS_MISSING[one]]));
}
