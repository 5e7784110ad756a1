import { type DescribedEvent, emptyEvent, type PlannedPool, type Programme, type SessionPlan } from '@induct/events';

/** A training session for everyone, of which nothing but its title is said. */
export const anEvent = (title: string, more: Partial<DescribedEvent> = {}): DescribedEvent => ({
  ...emptyEvent(title),
  ...more,
});
/** Places in the room, for anyone. */
export const places = (many: number, audience: PlannedPool['audience'] = 'any'): PlannedPool => ({
  seat: 'room',
  audience,
  places: many,
  opensToAllOn: null,
});

export const aPlan = (eventId: string | null, more: Partial<SessionPlan> = {}): SessionPlan => ({
  eventId,
  place: 'Committee room 1',
  onlineUrl: null,
  districts: [],
  note: null,
  parts: [{ on: '2027-01-12', from: '09:30', to: '13:00', topics: [] }],
  pools: [],
  ...more,
});

/** A confirmed session that anybody may book. @returns its id and its event's */
export async function aBookable(
  programme: Programme,
  by: string,
  { title = 'A morning on conduct', ...plan }: Partial<SessionPlan> & { title?: string } = {},
): Promise<{ id: string; eventId: string }> {
  const eventId = plan.eventId ?? (await programme.addEvent(anEvent(title), by));
  return { id: await programme.addSession(aPlan(eventId, plan), 'confirmed', by), eventId };
}
