import { Bookings, Programme } from '@induct/events';
import { Desk } from '../../../../../test/support/given-desk';
import { aBookable } from '../../../../../test/support/given-programme';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const parts = [{ on: '2026-11-24', from: '09:30', to: '13:00', topics: [] }];

it('says first where somebody has a place today, whomever it is for, until it is over', async () => {
  const [officer, member] = [await desk.who('officer'), await desk.who('member')];
  desk.clock.set('2026-11-23T08:00:00Z');
  const title = 'For others mostly';
  const { id } = await aBookable(of(Programme), officer, { title, districts: ['Elsewhere'], parts });
  expect((await desk.get('member', '/')).text).not.toContain(title);
  const booking = await of(Bookings).book({ sessionId: id, personId: member, seat: 'room', by: officer });
  const says = async (at: string) => {
    desk.clock.set(at);
    const { text } = await desk.get('member', '/');
    return /(?:Today|Tomorrow), [^:]*: For others mostly ?, Committee room 1/.exec(text)?.[0]?.replace(' ,', ',');
  };
  expect(await says('2026-11-23T08:00:00Z')).toBe('Tomorrow, 9.30am to 1pm: For others mostly, Committee room 1');
  expect(await says('2026-11-24T08:00:00Z')).toBe('Today, 9.30am to 1pm: For others mostly, Committee room 1');
  expect(await says('2026-11-24T12:59:00Z')).toMatch(/^Today/);
  expect((await desk.get('member', '/')).body).toContain(`href="/bookings/${booking.id}"`);
  expect(await says('2026-11-24T13:01:00Z')).toBeUndefined();
  expect((await desk.get('member', '/')).text).not.toContain(title);
});
