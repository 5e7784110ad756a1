import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { Visits } from './visits';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database?.drop());

it('knows when the visit before this one ended: a reload and a minute’s pause are no visit of their own', async () => {
  const clock = new FixedClock();
  const visits = new Visits(database.source, clock);
  const [person, other] = [await aPerson(database.source), await aPerson(database.source)];
  const at = async (time: string, who = person) => {
    clock.set(`2026-11-02T${time}:00Z`);
    return (await visits.begin(who))?.toISOString().slice(11, 16) ?? null;
  };
  expect([await at('09:00'), await at('09:00'), await at('09:20'), await at('09:45')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([await at('10:16'), await at('10:16'), await at('10:30')]).toEqual(['09:45', '09:45', '09:45']);
  expect([await at('12:00'), await at('12:00', other)]).toEqual(['10:30', null]);
  // A clock that was put back is no visit.
  expect(await at('11:00')).toBe('10:30');
});

it('takes two tabs that open at once for one visit', async () => {
  const clock = new FixedClock();
  const visits = new Visits(database.source, clock);
  const person = await aPerson(database.source);
  clock.set('2026-11-02T09:00:00Z');
  await visits.begin(person);
  clock.set('2026-11-03T09:00:00Z');
  const answers = await Promise.all([1, 2, 3, 4].map(() => visits.begin(person)));
  expect(answers.map((one) => one?.toISOString() ?? null)).toEqual(Array(4).fill('2026-11-02T09:00:00.000Z'));
});
