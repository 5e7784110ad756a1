import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { aPerson } from '../../../../test/support/given-person';
import { anEvent } from '../../../../test/support/given-programme';
import { EventsModule } from '../events.module';
import {
  ReasonIsMissing,
  SessionCannotBecome,
  SessionIsOver,
  SessionWasChanged,
  SlugIsTaken,
} from './programme.errors';
import { FixedDates } from './fixed-dates.service';
import { Programme, type SessionPlan } from './programme.service';

const plan = (eventId: string | null, more: Partial<SessionPlan> = {}): SessionPlan => ({
  eventId,
  place: 'Committee room 1',
  onlineUrl: null,
  districts: [],
  note: null,
  parts: [{ on: '2027-01-12', from: '09:30', to: '13:00', topics: ['code-of-conduct'] }],
  pools: [],
  ...more,
});
const lacks = (what: string) => ({ title: expect.stringContaining(`it lacks ${what}`) });
const noTimes = { parts: [{ on: '2027-01-12', from: null, to: null, topics: [] }] };

describe('the programme', () => {
  let database: TestDatabase;
  let parts: TestingModule;
  let programme: Programme;
  let by: string;
  beforeAll(async () => {
    database = await cloneDatabase();
    const platform = PlatformModule.with(testConfig(database.url), database.source);
    parts = await Test.createTestingModule({ imports: [platform, EventsModule] }).compile();
    await parts.init();
    programme = parts.get(Programme);
    by = await aPerson(database.source, { roles: ['officer'] });
  });
  afterAll(async () => {
    await parts?.close();
    await database?.drop();
  });

  it('has events under addresses of their own, with planned outcomes in their order', async () => {
    for (const _ of [1, 2]) await programme.addEvent(anEvent('Reading faster', { outcomes: ['Read', 'Skim'] }), by);
    const { event, outcomes } = await programme.event('reading-faster-2');
    expect([event.title, outcomes]).toEqual(['Reading faster', ['Read', 'Skim']]);
    await programme.changeEvent(event.id, anEvent('Reading fast', { outcomes: ['Skim'] }), by);
    expect(await programme.event('reading-faster-2')).toMatchObject({
      event: { title: 'Reading fast' },
      outcomes: ['Skim'],
    });
    const taken = anEvent('Other', { slug: 'reading-faster' });
    await expect(programme.addEvent(taken, by)).rejects.toThrow(SlugIsTaken);
  });

  it('knows when a session begins by the clock on the wall, in winter and in summer', async () => {
    const event = await programme.addEvent(anEvent('Chairing'), by);
    const winter = await programme.addSession(plan(event), 'confirmed', by);
    const on = { on: '2027-07-13', from: '09:30', to: '13:00', topics: [] };
    const summer = await programme.addSession(plan(event, { parts: [on] }), 'confirmed', by);
    expect((await programme.session(winter)).startsAt).toEqual(new Date('2027-01-12T09:30:00Z'));
    expect((await programme.session(summer)).startsAt).toEqual(new Date('2027-07-13T08:30:00Z'));
    expect(await programme.session(winter)).toMatchObject({
      event: { title: 'Chairing' },
      parts: [{ number: 1, on: '2027-01-12', from: '09:30', to: '13:00', topics: ['code-of-conduct'] }],
    });
  });

  it('keeps a date free without a title, and confirms a session only when all is known', async () => {
    const hold = await programme.addSession(plan(null, { ...noTimes, place: null }), 'hold', by);
    await expect(programme.setState(hold, 'provisional', { by, revision: 1 })).rejects.toMatchObject(
      lacks('what it is about'),
    );
    const eventId = await programme.addEvent(anEvent('The budget'), by);
    await programme.changeSession(hold, plan(eventId, { ...noTimes, place: null }), 1, by);
    await programme.setState(hold, 'provisional', { by, revision: 2 });
    await expect(programme.setState(hold, 'confirmed', { by, revision: 3 })).rejects.toMatchObject(
      lacks('a place, or a link for those who join online and a day, and when each part begins and ends'),
    );
    await programme.changeSession(hold, plan(eventId), 3, by);
    await programme.setState(hold, 'confirmed', { by, revision: 4 });
    await expect(programme.changeSession(hold, plan(eventId, noTimes), 5, by)).rejects.toThrow(SessionCannotBecome);
    expect(await programme.session(hold)).toMatchObject({ state: 'confirmed', revision: 5 });
  });

  it('is cancelled with a reason, and then changed no more', async () => {
    const id = await programme.addSession(plan(await programme.addEvent(anEvent('Risk'), by)), 'confirmed', by);
    await expect(programme.setState(id, 'cancelled', { by, revision: 1, reason: ' ' })).rejects.toThrow(
      ReasonIsMissing,
    );
    await programme.setState(id, 'cancelled', { by, revision: 1, reason: 'The speaker is ill.' });
    expect(await programme.session(id)).toMatchObject({ state: 'cancelled', cancelReason: 'The speaker is ill.' });
    await expect(programme.changeSession(id, plan(null), 2, by)).rejects.toThrow(SessionIsOver);
  });

  it('is changed by one at a time: an old page is told so', async () => {
    const eventId = await programme.addEvent(anEvent('Treasury'), by);
    const id = await programme.addSession(plan(eventId), 'confirmed', by);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => programme.changeSession(id, plan(eventId, { place: `Room ${at}` }), 1, by)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused.every((error) => error instanceof SessionWasChanged)).toBe(true);
  });

  it('is refused by the database, too, when a confirmed session has no times', async () => {
    const eventId = await programme.addEvent(anEvent('Walls'), by);
    const id = await programme.addSession(plan(eventId), 'confirmed', by);
    const wrong = database.source.query(`update session_part set "to" = null where session_id = $1`, [id]);
    await expect(wrong).rejects.toThrow('a confirmed session has a day and times');
    const none = database.source.query('delete from session_part where session_id = $1', [id]);
    await expect(none).rejects.toThrow('a confirmed session has a day and times');
  });

  it('lists what is planned for some days by its beginning, and what has no day yet', async () => {
    const eventId = await programme.addEvent(anEvent('Listed'), by);
    const at = (on: string, from: string) => plan(eventId, { parts: [{ on, from, to: '20:00', topics: [] }] });
    const late = await programme.addSession(at('2028-02-29', '14:00'), 'confirmed', by);
    const early = await programme.addSession(at('2028-02-29', '09:00'), 'confirmed', by);
    await programme.addSession(at('2028-03-01', '09:00'), 'confirmed', by);
    const open = await programme.addSession(plan(eventId, { parts: [], place: null }), 'provisional', by);
    expect((await programme.between('2028-02-01', '2028-02-29')).map(({ id }) => id)).toEqual([early, late]);
    expect((await programme.withoutDay()).map(({ id }) => id)).toEqual([open]);
    expect((await programme.event('listed')).sessions.at(-1)!.id).toBe(open);
  });

  it('knows the dates that others have fixed', async () => {
    const dates = parts.get(FixedDates);
    const id = await dates.add({ on: '2028-05-25', kind: 'meeting', title: 'Annual council' }, by);
    expect(await dates.between('2028-05-01', '2028-05-31')).toMatchObject([{ id, title: 'Annual council' }]);
    await dates.remove(id, by);
    expect(await dates.between('2028-05-01', '2028-05-31')).toEqual([]);
  });

  it('confirms no talk while its host has another at that time, kept, put off or changed as it may be', async () => {
    const talk = (host: string) =>
      programme.addEvent(anEvent(`A talk: ${host}`, { kind: 'one-to-one', facilitator: host }), by);
    const [first, second, other] = [await talk('Helen Stroud'), await talk('Helen Stroud'), await talk('Priya Nand')];
    const at = (eventId: string, from: string, to: string) =>
      // Nobody counts its places.
      plan(eventId, { parts: [{ on: '2027-02-03', from, to, topics: [] }], pools: [] });
    const add = (given: SessionPlan, state: 'confirmed' | 'provisional' | 'hold') =>
      programme.addSession(given, state, by);
    const kept = await add(at(first, '10:00', '10:20'), 'hold');
    const putOff = await add(at(first, '10:20', '10:40'), 'confirmed');
    await programme.setState(putOff, 'provisional', { by, revision: 1 });
    const stands = await add(at(second, '10:10', '10:30'), 'confirmed');
    const clashes = { name: 'HostHasTalks', title: 'Helen Stroud has talks at that time on 3 February 2027 already' };
    for (const [id, revision] of [
      [kept, 1],
      [putOff, 2],
    ] as const)
      await expect(programme.setState(id, 'confirmed', { by, revision })).rejects.toMatchObject(clashes);
    await expect(add(at(first, '10:00', '10:11'), 'confirmed')).rejects.toMatchObject(clashes);
    await expect(programme.changeSession(stands, at(second, '10:15', '10:35'), 1, by)).resolves.toBeUndefined();
    // One ends when the other begins, it is with somebody else, or it is only planned.
    const after = await add(at(first, '10:35', '10:55'), 'confirmed');
    await expect(programme.changeSession(after, at(first, '10:34', '10:55'), 1, by)).rejects.toMatchObject(clashes);
    await add(at(other, '10:10', '10:30'), 'confirmed');
    await add(at(first, '10:10', '10:30'), 'provisional');
    await programme.setState(stands, 'cancelled', { by, revision: 2, reason: 'She is ill' });
    await programme.setState(kept, 'confirmed', { by, revision: 1 });
    // Two at the same moment: one of them.
    const [one, two] = [
      await add(at(first, '14:00', '14:20'), 'hold'),
      await add(at(second, '14:10', '14:30'), 'hold'),
    ];
    const both = await Promise.allSettled(
      [one, two].map((id) => programme.setState(id, 'confirmed', { by, revision: 1 })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
