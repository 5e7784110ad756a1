import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule } from '@induct/platform';
import { Client } from 'pg';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { aPlan, anEvent } from '../../../../test/support/given-programme';
import { EventsModule } from '../events.module';
import { Programme } from '../programme/programme.service';
import { CheckIns } from './check-ins.service';
import { Registers } from './registers.service';

describe('the room', () => {
  const clock = new FixedClock(new Date('2026-11-22T14:32:00Z'));
  let database: TestDatabase;
  let parts: TestingModule;
  let room: CheckIns;
  let officer: string;
  beforeAll(async () => {
    database = await cloneDatabase();
    const config = testConfig(database.url, { CHECK_IN_KEY: '0123456789abcdef'.repeat(4) });
    const platform = PlatformModule.with(config, database.source, { clock });
    parts = await Test.createTestingModule({ imports: [platform, EventsModule] }).compile();
    await parts.init();
    room = parts.get(CheckIns);
    officer = await aPerson(database.source, { roles: ['officer'] });
  });
  afterAll(async () => {
    await parts?.close();
    await database?.drop();
  });

  const aMember = (name: string) => aPerson(database.source, { name });
  async function aSession(part: { on: string; from: string; to: string }): Promise<string> {
    const programme = parts.get(Programme);
    const eventId = await programme.addEvent(anEvent('A day on conduct'), officer);
    return programme.addSession(aPlan(eventId, { parts: [{ ...part, topics: [] }] }), 'confirmed', officer);
  }

  it('shows no code on the day before, however early its session begins', async () => {
    clock.set('2027-07-01T22:50:00Z');
    const session = await aSession({ on: '2027-07-02', from: '00:15', to: '01:30' });
    const shown = await room.shown(session);
    expect(shown).toMatchObject({ opensAt: new Date('2027-07-01T23:00:00Z') });
    expect(shown.now).toBeUndefined();
    clock.set('2027-07-01T23:00:00Z');
    const { code } = (await room.shown(session)).now!;
    await room.checkIn(code, await aMember('Ann'));
  });

  it('lets nobody in whose code was right when the register was closed, and says to those who are in that they are', async () => {
    clock.set('2026-11-22T14:32:00Z');
    const session = await aSession({ on: '2026-11-22', from: '14:45', to: '16:00' });
    const [ann, bob] = [await aMember('Ann'), await aMember('Bob')];
    const { code } = (await room.shown(session)).now!;
    await room.checkIn(code, ann);
    const first = new Client({ connectionString: database.url });
    await first.connect();
    await first.query(`select pg_advisory_lock(hashtextextended('session ' || $1::uuid, 0))`, [session]);
    const closed = parts.get(Registers).close(session, officer);
    await database.untilWaiting(1);
    const late = room.checkIn(code, bob).catch((error: unknown) => error);
    await database.untilWaiting(2);
    await first.end();
    await closed;
    expect(await late).toMatchObject({ name: 'RegisterIsClosed' });
    expect(await room.checkIn(code, ann)).toMatchObject({ part: { number: 1 } });
  });
});
