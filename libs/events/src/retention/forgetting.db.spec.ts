import { randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { EventsModule } from '../events.module';
import type { Needs } from '../needs/need-words';
import { NeedsService } from '../needs/needs.service';
import { Forgetting } from './forgetting';
import { ForgettingModule } from './forgetting.module';

const NEEDS: Needs = { diets: ['vegan'], access: [], more: '' };

describe('what is kept for a while only', () => {
  const clock = new FixedClock();
  let database: TestDatabase;
  let parts: TestingModule;
  let needs: NeedsService;
  beforeAll(async () => {
    database = await cloneDatabase();
    const platform = PlatformModule.with(testConfig(database.url), database.source, { clock });
    parts = await Test.createTestingModule({ imports: [platform, EventsModule, ForgettingModule] }).compile();
    needs = parts.get(NeedsService);
  });
  afterAll(async () => {
    await parts?.close();
    await database?.drop();
  });

  const query = <T>(sql: string, values: unknown[]): Promise<T[]> => database.source.query(sql, values);
  /** @returns its id */
  async function aSession(day: string | null): Promise<string> {
    const [event, session] = [randomUUID(), randomUUID()];
    await query(
      `insert into programme_event (id, slug, title, kind, about, mandatory, audience, recorded_at)
       values ($1::uuid, 'e-' || $1::text, 'An event', 'training', '', false, 'everyone', now())`,
      [event],
    );
    await query(
      `insert into programme_session (id, event_id, state, place, districts, recorded_at, revision)
       values ($1, $2, 'provisional', 'Here', '{}', now(), 1)`,
      [session, event],
    );
    if (day)
      await query(
        `insert into session_part (session_id, number, "on", "from", "to", topics) values ($1, 1, $2, '10:00', '12:00', '{}')`,
        [session, day],
      );
    return session;
  }
  const book = (session: string, who: { personId: string } | { guestId: string }, state = 'booked') =>
    query(
      `insert into booking (id, session_id, person_id, guest_id, audience, seat, state, number, booked_at, cancelled_at, cancel_by)
       select gen_random_uuid(), $1, $2, $3, case when $3::uuid is null then 'member' else 'partner' end, 'room', $4,
              (select count(*) + 1 from booking where session_id = $1), now(),
              case when $4 = 'cancelled' then now() end, case when $4 = 'cancelled' then 'self' end`,
      [session, 'personId' in who ? who.personId : null, 'guestId' in who ? who.guestId : null, state],
    );
  const forget = (at: string) => (clock.set(at), parts.get(Forgetting).work());

  it('is what people need, 30 days after their last session or after they wrote it', async () => {
    const people = ['none', 'past', 'coming', 'undated', 'cancelled', 'kept'] as const;
    const ids = Object.fromEntries(
      await Promise.all(people.map(async (name) => [name, await aPerson(database.source)] as const)),
    ) as Record<(typeof people)[number], string>;
    clock.set('2026-11-01T10:00:00Z');
    for (const [name, personId] of Object.entries(ids)) await needs.say({ personId }, NEEDS, name === 'kept');
    const [past, coming] = [await aSession('2026-11-10'), await aSession('2026-12-20')];
    await book(past, { personId: ids.past });
    await book(past, { personId: ids.coming });
    await book(coming, { personId: ids.coming });
    await book(await aSession(null), { personId: ids.undated });
    await book(coming, { personId: ids.cancelled }, 'cancelled');
    const left = async () => {
      const said = await Promise.all(
        people.map(async (name) => ({ name, is: await needs.own({ personId: ids[name] }) })),
      );
      return said.flatMap(({ name, is }) => (is ? [name] : []));
    };
    await forget('2026-12-01T09:59:00Z');
    expect(await left()).toEqual([...people]);
    await forget('2026-12-01T10:00:00Z');
    expect(await left()).toEqual(['past', 'coming', 'undated', 'kept']);
    await forget('2026-12-10T12:00:00Z');
    expect(await left()).toEqual(['coming', 'undated', 'kept']);
    await forget('2027-01-19T12:00:00Z');
    expect(await left()).toEqual(['undated', 'kept']);
  });

  it('are the names of guests, twelve months after their last session, with what they need', async () => {
    const [partner, guest, other] = [randomUUID(), randomUUID(), randomUUID()];
    await query(`insert into partner (id, name, contact, recorded_at) values ($1, 'Westmoor', '', now())`, [partner]);
    for (const id of [guest, other])
      await query(
        `insert into guest (id, partner_id, name, email, added_at) values ($1::uuid, $2, 'Greta Guest', $1::text || '@example.org', '2026-11-01')`,
        [id, partner],
      );
    await book(await aSession('2026-11-10'), { guestId: guest });
    await book(await aSession('2026-12-10'), { guestId: other });
    clock.set('2027-11-05T10:00:00Z');
    await needs.say({ guestId: guest }, NEEDS, false);
    await forget('2027-11-10T11:00:00Z');
    const names = () =>
      query<{ name: string | null; email: string | null }>(
        'select name, email from guest where partner_id = $1::uuid order by id = $2 desc',
        [partner, guest],
      );
    expect((await names()).map(({ name }) => name)).toEqual(['Greta Guest', 'Greta Guest']);
    await forget('2027-11-10T12:00:00Z');
    expect((await names())[0]).toEqual({ name: null, email: null });
    expect((await names())[1]?.name).toBe('Greta Guest');
    expect(await needs.own({ guestId: guest })).toBeUndefined();
  });

  it('are those who did not confirm their address', async () => {
    const [partner] = await query<{ id: string }>('select id from partner limit 1', []);
    const session = await aSession('2027-12-10');
    await query(
      `with i as (insert into invitation (id, partner_id, session_id, token_hash, view_hash, made_at)
         values (gen_random_uuid(), $1, $2, 'a', 'b', now()) returning id)
       insert into guest_request (id, invitation_id, token_hash, name, email, asked_at)
       select gen_random_uuid(), id, 'c', 'Nobody Yet', 'nobody@example.org', '2027-11-20T10:00:00Z' from i`,
      [partner!.id, session],
    );
    await forget('2027-11-22T09:59:00Z');
    expect(await query('select name from guest_request', [])).toHaveLength(1);
    await forget('2027-11-22T10:00:00Z');
    expect(await query('select name from guest_request', [])).toEqual([]);
  });
});
