import { randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { FileStore, PlatformModule } from '@induct/platform';
import { MOST_ATTEMPTS, Prints, PrintRows } from '@induct/printing';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { aBookable, places } from '../../../../test/support/given-programme';
import { EventsModule } from '../events.module';
import { SessionNotFound } from '../programme/programme.errors';
import { Programme } from '../programme/programme.service';
import { Forgetting } from '../retention/forgetting';
import { ForgettingModule } from '../retention/forgetting.module';
import { PrintedSignInSheets } from './printed-sign-in-sheets';
import { SignInSheets } from './sign-in-sheets.service';

describe('the PDF of a sign-in sheet', () => {
  const clock = new FixedClock();
  let database: TestDatabase;
  let parts: TestingModule;
  let sheets: SignInSheets;
  let [session, officer, ann, bob] = ['', '', '', ''];
  beforeAll(async () => {
    database = await cloneDatabase();
    clock.set('2026-11-30T12:40:00Z');
    const platform = PlatformModule.with(testConfig(database.url), database.source, { clock });
    parts = await Test.createTestingModule({
      imports: [platform, EventsModule, ForgettingModule],
      providers: [Prints, PrintRows],
    }).compile();
    sheets = parts.get(SignInSheets);
    officer = await aPerson(database.source, { name: 'Olive Officer', roles: ['officer'] });
    ann = await aPerson(database.source, { name: 'Ann Baker', roles: ['member'] });
    bob = await aPerson(database.source, { name: 'Bob Cole', roles: ['member'] });
    ({ id: session } = await aBookable(parts.get(Programme), officer, { pools: [places(9)] }));
    await book(ann);
  });
  afterAll(async () => {
    await parts?.close();
    await database?.drop();
  });

  const book = (personId: string) =>
    database.source.query(
      `insert into booking (id, session_id, person_id, audience, seat, state, number, booked_at)
       select gen_random_uuid(), $1, $2, 'member', 'room', 'booked', (select count(*) + 1 from booking where session_id = $1), now()`,
      [session, personId],
    );
  const kind = () => parts.get(PrintedSignInSheets);
  /** As the worker does it, without a browser. @returns what it is made of, and its file */
  async function print(text: string) {
    const held = await parts.get(Prints).take(kind(), session, randomUUID());
    if (typeof held === 'string') throw new Error(`It is ${held}`);
    await parts.get(Prints).store(kind(), held, Buffer.from(text));
    const paper = await sheets.paper(session);
    return { names: held.document.rows.map(({ name }) => name), paper };
  }
  const has = (sha256: string) => parts.get(FileStore).has(sha256);

  it('is wished for, and made of whoever has a place by then', async () => {
    expect(await sheets.paper(session)).toEqual({ state: 'none' });
    await sheets.ask(session, officer);
    expect(await sheets.paper(session)).toEqual({ state: 'being made' });
    await book(bob);
    const { names, paper } = await print('first');
    expect(names).toEqual(['Ann Baker', 'Bob Cole']);
    expect(paper).toMatchObject({ state: 'made', bytes: 5, madeAt: clock.now() });
    const { body, title } = kind().sheet((await kind().gather(session))!, clock.now());
    expect(title).toBe('Sign-in sheet: A morning on conduct');
    expect(body).toContain('as of 12:40 on 30 November 2026');
  });

  it('is not given any more once a place, a name or the session is another; asked for again it is printed anew', async () => {
    const before = await sheets.paper(session);
    if (before.state !== 'made') throw new Error(before.state);
    const changes = [
      () =>
        database.source.query(
          `update booking set state = 'cancelled', cancelled_at = now(), cancel_by = 'self' where person_id = $1`,
          [bob],
        ),
      () => database.source.query(`update programme_session set place = 'Another room' where id = $1`, [session]),
      () => database.source.query(`update session_part set "from" = '09:45' where session_id = $1`, [session]),
    ];
    let kept = before.sha256;
    for (const [at, change] of changes.entries()) {
      await change();
      expect(await sheets.paper(session)).toEqual({ state: 'overtaken' });
      await sheets.ask(session, officer);
      expect(await sheets.paper(session)).toEqual({ state: 'being made' });
      const { names, paper } = await print(`again ${at}`);
      if (paper.state !== 'made') throw new Error(paper.state);
      expect(names).toEqual(['Ann Baker']);
      expect([await has(kept), await has(paper.sha256)]).toEqual([false, true]);
      kept = paper.sha256;
    }
    // What is as it was stays.
    expect(await sheets.paper(session)).toMatchObject({ state: 'made', sha256: kept });
    const [needed] = await database.source.query(`select file_is_needed(decode($1, 'hex')) as needed`, [kept]);
    expect(needed).toEqual({ needed: true });
  });

  it('that could not be made says so, and is asked for again', async () => {
    await sheets.ask(session, officer);
    await database.source.query(`update sign_in_sheet set attempts = $1, error = 'No room'`, [MOST_ATTEMPTS]);
    expect(await sheets.paper(session)).toEqual({ state: 'failed' });
    await sheets.ask(session, officer);
    expect(await sheets.paper(session)).toEqual({ state: 'being made' });
  });

  it('goes a day after it was asked for, with its file', async () => {
    const { paper } = await print('last');
    if (paper.state !== 'made') throw new Error(paper.state);
    clock.set('2026-12-01T12:39:59Z');
    await parts.get(Forgetting).work();
    expect([(await sheets.paper(session)).state, await has(paper.sha256)]).toEqual(['made', true]);
    clock.set('2026-12-01T12:40:00Z');
    // Before anybody has cleared up, too.
    expect(await sheets.paper(session)).toEqual({ state: 'none' });
    await parts.get(Forgetting).work();
    expect(await has(paper.sha256)).toBe(false);
    expect(await database.source.query('select session_id from sign_in_sheet')).toEqual([]);
  });

  it('has guests of partners who have a place, until their names are forgotten', async () => {
    const [partner, guest] = [randomUUID(), randomUUID()];
    await database.source.query(
      `insert into partner (id, name, contact, recorded_at) values ($1, 'Westmoor', '', now())`,
      [partner],
    );
    await database.source.query(
      `insert into guest (id, partner_id, name, email, added_at) values ($1, $2, 'Greta Guest', 'greta@example.org', now())`,
      [guest, partner],
    );
    await database.source.query(
      `insert into booking (id, session_id, guest_id, audience, seat, state, number, booked_at)
       values (gen_random_uuid(), $1, $2, 'partner', 'room', 'booked', 9, now())`,
      [session, guest],
    );
    expect((await sheets.read(session, officer)).rows).toEqual([
      { name: 'Ann Baker', group: null },
      { name: 'Greta Guest', group: 'Guest, Westmoor' },
    ]);
    await database.source.query('update guest set name = null, email = null where id = $1', [guest]);
    expect((await sheets.read(session, officer)).rows).toHaveLength(1);
  });

  it('is of a session that there is', async () => {
    await expect(sheets.ask(randomUUID(), officer)).rejects.toThrow(SessionNotFound);
    expect(await database.source.query('select session_id from sign_in_sheet')).toEqual([]);
  });
});
