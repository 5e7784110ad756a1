import { BookingTrial } from '../../../../test/support/booking-trial';
import { aBookable, anEvent, aPlan, places } from '../../../../test/support/given-programme';
import { PlacesAreTaken } from '../programme/programme.errors';

let trial: BookingTrial;
beforeAll(async () => {
  trial = await BookingTrial.begin();
});
beforeEach(() => trial.anew());
afterAll(() => trial?.end());

describe('what is changed at the desk', () => {
  const change = async (id: string, eventId: string, more: Parameters<typeof aPlan>[1]) =>
    trial.programme.changeSession(
      id,
      aPlan(eventId, more),
      (await trial.programme.session(id)).revision,
      trial.officer,
    );

  it('gives more places to whoever waits, and takes none away', async () => {
    const { id, eventId } = await aBookable(trial.programme, trial.officer, { pools: [places(1)] });
    for (const at of [0, 1, 2]) await trial.book(id, at);
    await change(id, eventId, { pools: [places(2)] });
    expect(await trial.stands(id)).toBe('A booked, B booked, C waiting');
    await change(id, eventId, { pools: [places(1, 'member'), places(1)] });
    expect((await trial.programme.session(id)).pools.map(({ audience, taken }) => [audience, taken])).toEqual([
      ['any', 1],
      ['member', 1],
    ]);
    await expect(change(id, eventId, { pools: [places(1)] })).rejects.toThrow(PlacesAreTaken);
    await expect(change(id, eventId, { pools: [places(9, 'officer')] })).rejects.toThrow(PlacesAreTaken);
    await change(id, eventId, { pools: [] });
    expect(await trial.stands(id)).toBe('A booked, B booked, C booked');
    await change(id, eventId, { pools: [places(3)] });
    expect((await trial.programme.session(id)).pools).toMatchObject([{ taken: 3 }]);
  });

  it('is told to those who come, once an act', async () => {
    const { id, eventId } = await aBookable(trial.programme, trial.officer, { pools: [places(1)] });
    await trial.book(id, 0);
    await trial.book(id, 1);
    trial.heard = [];
    await change(id, eventId, {
      place: 'The chamber',
      pools: [places(1)],
      parts: [{ on: '2027-01-13', from: '09:30', to: '12:00', topics: [] }],
    });
    expect(trial.heard).toEqual(['A session-changed', 'B session-changed']);
    await change(id, eventId, {
      place: 'The chamber',
      pools: [places(1)],
      note: 'Coffee',
      parts: [{ on: '2027-01-13', from: '09:30', to: '12:00', topics: ['conduct'] }],
    });
    expect(trial.heard).toHaveLength(2);
    const { title, ...event } = anEvent('Conduct anew');
    await trial.programme.changeEvent(eventId, { ...event, title }, trial.officer);
    expect(trial.heard.slice(2)).toEqual(['A session-changed', 'B session-changed']);
  });

  it('sits those who came to a room online when there is no room any more', async () => {
    const { id, eventId } = await aBookable(trial.programme, trial.officer, { pools: [places(2)] });
    await trial.book(id, 0);
    await change(id, eventId, { place: null, onlineUrl: 'https://meet.example/x' });
    expect(await trial.shown.ofSession(id)).toMatchObject([{ seat: 'online', state: 'booked' }]);
  });

  it('is nobody’s place when it is cancelled', async () => {
    const { id } = await aBookable(trial.programme, trial.officer, { pools: [places(1)] });
    await trial.book(id, 0);
    await trial.book(id, 1);
    trial.heard = [];
    await trial.programme.setState(id, 'cancelled', { by: trial.officer, revision: 1, reason: 'Snow' });
    expect(trial.heard).toEqual(['A cancelled-by-council', 'B cancelled-by-council']);
    expect(await trial.stands(id)).toBe('');
    expect((await trial.programme.session(id)).pools).toMatchObject([{ taken: 0 }]);
    const { rows, total } = await trial.shown.ofPerson(trial.people[0]!, { show: 'cancelled', page: 1, per: 50 });
    expect(rows.find(({ sessionId }) => sessionId === id)!.session.cancelReason).toBe('Snow');
    expect(total).toBe(rows.length);
  });

  it('is a date that people ask for when it is put off', async () => {
    const { id, eventId } = await aBookable(trial.programme, trial.officer, { pools: [places(1)] });
    await trial.book(id, 0);
    await trial.book(id, 1);
    await trial.interests.ask(eventId, trial.people[1]!);
    trial.heard = [];
    await trial.programme.setState(id, 'provisional', { by: trial.officer, revision: 1 });
    expect(trial.heard).toEqual(['A cancelled-by-council', 'B cancelled-by-council']);
    const asked = () =>
      trial.source.query<{ personId: string }[]>('select person_id as "personId" from interest where event_id = $1', [
        eventId,
      ]);
    expect((await asked()).map(({ personId }) => trial.names.get(personId))).toEqual(
      expect.arrayContaining(['A', 'B']),
    );
    await trial.interests.end(eventId, trial.people[1]!);
    expect(await asked()).toHaveLength(1);
  });
});
