import { Test, type TestingModule } from '@nestjs/testing';
import { AuditTrail, PlatformModule, Transactions } from '@induct/platform';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { FixedClock } from '../../../test/support/fixed-clock';
import { FirstAdministrator } from './first-administrator';
import { LearningActivity } from './learning-activity';
import { foldName } from './name-fold';
import { PeopleModule } from './people.module';
import { PeopleService } from './people.service';
import { RoleChanges } from './role-changes.service';
import type { Role } from './roles';
import { SignInLinks } from './sign-in-links';
import { SignIns } from './sign-ins';
import { Global, Module } from '@nestjs/common';

const MINUTE = 60_000;
const start = new Date('2026-11-22T14:32:00Z');
const clock = new FixedClock(start);
let lastLearned: Date | undefined;

@Global()
@Module({
  providers: [{ provide: LearningActivity, useValue: { lastLearnedAt: async () => lastLearned } }],
  exports: [LearningActivity],
})
class LearningModule {}

const hex = (text: string) => Buffer.from(text).toString('hex');
let database: TestDatabase;
let parts: TestingModule;
let people: PeopleService;
let roleChanges: RoleChanges;
let signIns: SignIns;
let links: SignInLinks;
let transactions: Transactions;
let count = 0;

async function aPerson(...roles: Role[]): Promise<{ id: string; email: string }> {
  const email = `person.${++count}@northmoor.example`;
  const [id] = await transactions.run((tx) => people.add(tx, [{ name: `Person ${count}`, email, roles }], null));
  return { id: id!, email };
}
const signIn = (personId: string, browser = {}) => transactions.run((tx) => signIns.signIn(tx, personId, browser));
const rows = <T>(sql: string, parameters: unknown[] = []) => database.source.query<T[]>(sql, parameters);
async function tokenSentTo(email: string): Promise<string> {
  const [mail] = await rows<{ body_text: string }>(
    'select body_text from mail where recipient = $1 order by created_at desc, id limit 1',
    [email],
  );
  return /\/sign-in\/link\/([\w-]+)/.exec(mail!.body_text)![1]!;
}

beforeAll(async () => {
  database = await cloneDatabase();
  parts = await Test.createTestingModule({
    imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), LearningModule, PeopleModule],
  }).compile();
  people = parts.get(PeopleService);
  roleChanges = parts.get(RoleChanges);
  signIns = parts.get(SignIns);
  links = parts.get(SignInLinks);
  transactions = parts.get(Transactions);
});
afterAll(async () => {
  await parts.close();
  await database.drop();
});
beforeEach(() => {
  clock.set(start);
  lastLearned = undefined;
});

describe('a sign-in', () => {
  it('is stored by its hash only, and says who the person is and what they may do', async () => {
    const { id } = await aPerson('member', 'tester');
    const cookie = await signIn(id);
    expect(await signIns.whoIs(cookie)).toMatchObject({ id, roles: ['member', 'tester'] });
    const stored = await rows<{ text: string }>(`select sign_in::text as text from sign_in where person_id = $1`, [id]);
    expect(JSON.stringify(stored)).not.toContain(cookie);
    expect(await signIns.whoIs('made up')).toBeUndefined();
  });

  it('gets a new id each time, and ends the browser’s earlier one', async () => {
    const { id } = await aPerson('member');
    const first = await signIn(id);
    const second = await signIn(id, { earlierId: first });
    expect(second).not.toBe(first);
    expect(await signIns.whoIs(first)).toBeUndefined();
    expect(await signIns.whoIs(second)).toBeDefined();
  });

  it('lives on while pages are read, and ends after two quiet hours', async () => {
    const cookie = await signIn((await aPerson('member')).id);
    clock.advance(100 * MINUTE);
    expect(await signIns.whoIs(cookie)).toBeDefined();
    clock.advance(100 * MINUTE);
    expect(await signIns.whoIs(cookie)).toBeDefined();
    clock.advance(120 * MINUTE);
    expect(await signIns.whoIs(cookie)).toBeUndefined();
    clock.set(start);
    expect(await signIns.whoIs(cookie)).toBeUndefined();
  });

  it('counts learning in an open module as activity, up to twelve hours', async () => {
    const cookie = await signIn((await aPerson('member')).id);
    clock.advance(200 * MINUTE);
    lastLearned = new Date(clock.now().getTime() - 5 * MINUTE);
    expect(await signIns.whoIs(cookie)).toBeDefined();
    clock.advance(520 * MINUTE);
    lastLearned = clock.now();
    expect(await signIns.whoIs(cookie)).toBeUndefined();
  });

  it('can be ended everywhere', async () => {
    const { id } = await aPerson('member');
    const cookies = [await signIn(id), await signIn(id)];
    await transactions.run((tx) => signIns.signOutEverywhere(tx, id));
    for (const cookie of cookies) expect(await signIns.whoIs(cookie)).toBeUndefined();
  });
});

const ask = (email: string, address = '192.0.2.1', nextPath = '/modules') => links.ask({ email, nextPath, address });

describe('a sign-in link', () => {
  it('signs in by a button press in the browser that asked, once', async () => {
    const { id, email } = await aPerson('member');
    const { secret } = await ask(email.toUpperCase());
    const token = await tokenSentTo(email);
    expect(await links.open(token, secret)).toEqual({ state: 'ready', sameBrowser: true, nextPath: '/modules' });
    expect(await links.use(token, { secret })).toEqual({ state: 'used now', personId: id, nextPath: '/modules' });
    expect(await links.open(token, secret)).toEqual({ state: 'used' });
    expect(await links.use(token, { secret })).toEqual({ state: 'used' });
  });

  it('is not used up by being opened', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const token = await tokenSentTo(email);
    for (let scan = 0; scan < 20; scan++) await links.open(token, undefined);
    expect(await links.use(token, { secret })).toMatchObject({ state: 'used now' });
  });

  it('asks another browser for the code, and dies after five wrong ones', async () => {
    const { email } = await aPerson('member');
    const { secret, linkId } = await ask(email);
    const token = await tokenSentTo(email);
    const code = links.codeFor(secret, linkId);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await links.open(token, 'another')).toMatchObject({ state: 'ready', sameBrowser: false });
    for (let guess = 0; guess < 4; guess++) {
      expect(await links.use(token, { secret: 'another', code: wrong })).toEqual({ state: 'wrong code' });
    }
    expect(await links.use(token, { code: wrong })).toEqual({ state: 'too many wrong codes' });
    expect(await links.use(token, { code })).toEqual({ state: 'too many wrong codes' });
  });

  it('takes the code as people type it', async () => {
    const { email } = await aPerson('member');
    const { secret, linkId } = await ask(email);
    const code = links.codeFor(secret, linkId);
    const token = await tokenSentTo(email);
    expect(await links.use(token, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({
      state: 'used now',
    });
  });

  it('ends after fifteen minutes', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const token = await tokenSentTo(email);
    clock.advance(15 * MINUTE);
    expect(await links.use(token, { secret })).toEqual({ state: 'expired' });
  });

  it('is used by one of ten who try at once', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const token = await tokenSentTo(email);
    const results = await Promise.all(Array.from({ length: 10 }, () => links.use(token, { secret })));
    expect(results.filter(({ state }) => state === 'used now')).toHaveLength(1);
  });

  it('is not sent to an address that nobody has, and the answer is the same', async () => {
    const { email } = await aPerson('member');
    const known = await ask(email);
    const unknown = await ask('nobody@northmoor.example');
    expect(Object.keys(unknown)).toEqual(Object.keys(known));
    expect(links.codeFor(unknown.secret, unknown.linkId)).toMatch(/^\d{6}$/);
    expect(await rows('select 1 from mail where recipient = $1', ['nobody@northmoor.example'])).toEqual([]);
  });

  it('is posted five times in a quarter of an hour to one account from one place, and others there are not locked out', async () => {
    const { email } = await aPerson('member');
    for (let times = 0; times < 8; times++) await ask(email);
    expect(await rows('select 1 from mail where recipient = $1', [email])).toHaveLength(5);
    const colleague = await aPerson('member');
    await ask(colleague.email);
    expect(await rows('select 1 from mail where recipient = $1', [colleague.email])).toHaveLength(1);
    await ask(email, '198.51.100.7');
    expect(await rows('select 1 from mail where recipient = $1', [email])).toHaveLength(6);
    clock.advance(16 * MINUTE);
    await ask(email);
    expect(await rows('select 1 from mail where recipient = $1', [email])).toHaveLength(7);
  });

  it('keeps neither token nor code nor network address', async () => {
    const { email } = await aPerson('member');
    const { secret, linkId } = await ask(email, '203.0.113.77');
    const stored = JSON.stringify(
      await rows(`select sign_in_link::text as text from sign_in_link where id = $1`, [linkId]),
    );
    for (const kept of [await tokenSentTo(email), links.codeFor(secret, linkId), '203.0.113.77', secret]) {
      expect(stored).not.toContain(kept);
      expect(stored).not.toContain(hex(kept));
    }
  });
});

describe('the first administrator', () => {
  it('comes in by the printed link, once, and only into a council without one', async () => {
    await rows(`delete from person_role where role = 'administrator'`);
    const first = parts.get(FirstAdministrator);
    const older = (await first.createLink())!.split('/').at(-1)!;
    const token = (await first.createLink())!.split('/').at(-1)!;
    expect([await first.isLinkGood(older), await first.isLinkGood(token)]).toEqual([false, true]);
    const become = (key: string, email: string) =>
      transactions.run((tx) => first.become(tx, key, { name: 'Ada Root', email }));
    expect(await become(older, 'ada@northmoor.example')).toBeUndefined();
    const id = await become(token, 'ada@northmoor.example');
    expect(await people.find(id!)).toMatchObject({ name: 'Ada Root', roles: ['administrator'] });
    expect(await become(token, 'eve@northmoor.example')).toBeUndefined();
    expect(await first.createLink()).toBeUndefined();
  });
});

describe('people', () => {
  it('have an e-mail address each, in whatever case it is typed', async () => {
    const { id, email } = await aPerson('member');
    expect((await people.findByEmail(` ${email.toUpperCase()}`))?.id).toBe(id);
    const twice = transactions.run((tx) => people.add(tx, [{ name: 'Twin', email: email.toUpperCase() }], null));
    await expect(twice).rejects.toMatchObject({ name: 'EmailIsTaken' });
  });

  it('are found by part of a name, by page', async () => {
    await transactions.run((tx) =>
      people.add(
        tx,
        ['Quill One', 'Quill Two', 'Quill Three'].map((name, at) => ({ name, email: `quill.${at}@northmoor.example` })),
        null,
      ),
    );
    const page = await people.list({ search: 'QUILL', limit: 2, offset: 0 });
    expect([page.people.map(({ name }) => name), page.total]).toEqual([['Quill One', 'Quill Three'], 3]);
  });

  it('are folded by the database as they are here, letter by letter', async () => {
    const planes = [...Array.from({ length: 0xd7ff }, (_, at) => at + 1), 0x1d400, 0x20000, 0x1f600];
    const letters = planes
      .map((code) => String.fromCodePoint(code))
      .filter((letter) => /[\p{L}\p{N}\p{P}\p{S}\p{Z}\p{M}\p{Cf}]/u.test(letter));
    const names = [
      ...letters.map((letter) => `A${letter}b ${letter}`),
      'Siân  Llŷr Gwŷdd-Ŵyn',
      'ΣΑΣ Ὀδυσσεύς',
      ' Straße, Œuvre ',
    ];
    const folded = await rows<{ name: string; sql: string }>(
      'select name, fold_name(name) as sql from unnest($1::text[]) as name',
      [names],
    );
    // Letters of the newest Unicode: one of the two may know them before the other.
    const newest = /[\u1c89\u1c8a\ua7cb-\ua7f1]/;
    const differ = folded
      .filter(({ name, sql }) => foldName(name) !== sql && !newest.test(name))
      .map(({ name }) => name);
    expect(differ).toEqual([]);
  });

  it('are sorted as people sort names', async () => {
    const names = ['Quim Zed', 'Quím Łukasz', 'Quim Maas', 'quim Ágnes'];
    await transactions.run((tx) =>
      people.add(
        tx,
        names.map((name, at) => ({ name, email: `quim.${at}@northmoor.example` })),
        null,
      ),
    );
    const page = await people.list({ search: 'quim', limit: 10, offset: 0 });
    expect(page.people.map(({ name }) => name)).toEqual(['quim Ágnes', 'Quím Łukasz', 'Quim Maas', 'Quim Zed']);
  });

  it('get new roles by an audited act that ends their sign-ins', async () => {
    const [administrator, person] = [await aPerson('administrator'), await aPerson('member')];
    const cookie = await signIn(person.id);
    await roleChanges.change(administrator.id, person.id, ['member', 'champion']);
    expect(await signIns.whoIs(cookie)).toBeUndefined();
    expect((await people.find(person.id))?.roles).toEqual(['champion', 'member']);
    const events = await rows<{ detail: unknown }>(`select detail from audit_event where subject_id = $1`, [person.id]);
    expect(events).toEqual([{ detail: { added: ['champion'], removed: [] } }]);
    expect(parts.get(AuditTrail)).toBeDefined();
  });

  it('cannot raise themselves, and the last administrator stays', async () => {
    await rows(`delete from person_role where role = 'administrator'`);
    const { id } = await aPerson('administrator');
    await expect(roleChanges.change(id, id, ['administrator', 'officer'])).rejects.toMatchObject({
      name: 'CannotRaiseOneself',
    });
    await expect(roleChanges.change(id, id, [])).rejects.toMatchObject({ name: 'LastAdministrator' });
    const other = await aPerson('administrator');
    const both = await Promise.allSettled([roleChanges.change(id, other.id, []), roleChanges.change(other.id, id, [])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
