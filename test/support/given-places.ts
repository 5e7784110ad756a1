import { Bookings, GuestPlaces, Invitations, NeedsService, Partners, Programme, ShownBookings } from '@induct/events';
import { daysLater } from '@induct/platform';
import type { Desk } from './given-desk';
import { aBookable, aPlan, places } from './given-programme';

/** A session with people, somebody who waits, a guest and needs; another date of it; and the links of its partner. */
export async function givenPlaces(desk: Desk) {
  const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
  const officer = await desk.who('officer');
  const on = daysLater(desk.clock.now().toISOString().slice(0, 10), 20);
  const parts = [{ on, from: '09:30', to: '13:00', topics: [] }];
  const title = 'Housing benefit, homelessness and allocations: what a councillor may ask, and what they may not';
  const plan = { title, place: 'The council chamber, County Hall, and the gallery above it', parts };
  const { id, eventId } = await aBookable(of(Programme), officer, {
    ...plan,
    pools: [places(2, 'member'), places(2, 'partner')],
  });
  const later = [{ ...parts[0]!, on: daysLater(on, 7) }];
  await of(Programme).addSession(aPlan(eventId, { parts: later, pools: [places(5)] }), 'confirmed', officer);
  const people = await Promise.all(
    ['Councillor Wilhelmina Featherstonehaugh-Cholmondeley of Upper Wensleydale', 'Bea Booked', 'Walt Waits'].map(
      (name) => desk.given.aPerson({ name }),
    ),
  );
  for (const personId of people) await of(Bookings).book({ sessionId: id, personId, by: personId });
  const said = {
    diets: ['vegan', 'nut-free'],
    access: ['step-free'],
    more: 'A long sentence of my own. '.repeat(9),
  } as const;
  await of(NeedsService).say({ personId: people[0]! }, said, true);
  const partnerId = await of(Partners).add({ name: 'Westmoor District Council', contact: 'Pat' }, officer);
  const { token, viewToken } = await of(Invitations).invite({ sessionId: id, partnerId, by: officer });
  const email = 'greta@westmoor.example';
  await of(GuestPlaces).add({ partnerId, sessionId: id, name: 'Greta Guest', email, by: null });
  await of(Invitations).ask(token, { name: 'Gus Guest', email: 'gus@westmoor.example' });
  const [letter] = await desk.database.source.query<{ text: string }[]>(
    `select body_text as text from letter_standing where recipient = 'gus@westmoor.example'`,
  );
  const [, guest] = /(\/guest\/\S+)/.exec(letter!.text)!;
  const [booking] = await of(ShownBookings).ofSession(id);
  return { id, booking: booking!.id, partner: partnerId, invitation: token, view: viewToken, guest: guest! };
}
