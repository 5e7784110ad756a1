import { createHash } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { AuditTrail, Deliveries, Outbox, PlatformModule, Transactions } from '@induct/platform';
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

const HOME = '192.0.2.1';
const ask = (email: string, address = HOME, secret?: string) =>
  links.ask({ email, nextPath: '/modules', address, ...(secret && { secret }) });
const codeShown = async (email: string, secret: string) =>
  (await links.waitingFor({ email, secret, address: HOME })).code!;
/** Another code than this. */
const wrongFor = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0');
const lettersTo = async (email: string) =>
  (
    await rows<{ body_text: string }>('select body_text from mail where recipient = $1 order by created_at, id', [
      email,
    ])
  )
    .map(({ body_text: text }) => /\/sign-in\/link\/([\w-]+)/.exec(text)?.[1])
    .filter((token) => token !== undefined);
const audited = (subjectId: string) =>
  rows<{ action: string; actor: string | null; detail: Record<string, unknown> }>(
    'select action, actor_id as actor, detail from audit_event where subject_id = $1 order by id',
    [subjectId],
  );

describe('a sign-in link', () => {
  it('signs in by a button press in the browser that asked, once', async () => {
    const { id, email } = await aPerson('member');
    const { secret } = await ask(email.toUpperCase());
    const token = await tokenSentTo(email);
    const mine = { secret, address: HOME };
    expect(await links.open(token, mine)).toEqual({ state: 'ready', sameBrowser: true, nextPath: '/modules' });
    expect(await links.use(token, mine)).toEqual({ state: 'used now', personId: id, nextPath: '/modules' });
    expect(await links.open(token, mine)).toEqual({ state: 'used' });
    expect(await links.use(token, mine)).toEqual({ state: 'used' });
  });

  it('is not used up by being opened, nor by a scanner that presses the button', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const code = await codeShown(email, secret);
    const token = await tokenSentTo(email);
    const scanner = { address: '198.51.100.9' };
    for (let scan = 0; scan < 20; scan++) {
      expect(await links.open(token, scanner)).toMatchObject({ state: 'ready' });
      for (const typed of [undefined, '', ' ', 'x', '123456']) {
        expect(await links.use(token, { ...scanner, code: typed })).toEqual({ state: 'no code' });
      }
    }
    expect(await links.use(token, { ...scanner, code })).toMatchObject({ state: 'used now' });
  });

  it('asks another browser for the code, and binds whoever types it wrongly five times, nobody else', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const token = await tokenSentTo(email);
    const code = await codeShown(email, secret);
    const stranger = { secret: 'another', address: '198.51.100.9' };
    expect(await links.open(token, stranger)).toMatchObject({ state: 'ready', sameBrowser: false });
    for (let guess = 0; guess < 4; guess++) {
      expect(await links.use(token, { ...stranger, code: wrongFor(code) })).toEqual({ state: 'wrong code' });
    }
    expect(await links.use(token, { ...stranger, code: wrongFor(code) })).toEqual({ state: 'too many wrong codes' });
    expect(await links.use(token, { ...stranger, code })).toEqual({ state: 'too many wrong codes' });
    expect(await links.open(token, stranger)).toEqual({ state: 'too many wrong codes' });
    expect(await links.open(token, { secret, address: stranger.address })).toMatchObject({ sameBrowser: true });
    expect(await links.open(token, { address: HOME })).toMatchObject({ state: 'ready', sameBrowser: false });
    expect(await links.use(token, { address: HOME, code })).toMatchObject({ state: 'used now' });
  });

  it('always opens in the browser that asked, whoever has typed what', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const token = await tokenSentTo(email);
    const code = wrongFor(await codeShown(email, secret));
    for (let guess = 0; guess < 6; guess++) await links.use(token, { address: HOME, code });
    expect(await links.use(token, { address: HOME, secret })).toMatchObject({ state: 'used now' });
  });

  it('is guessed by nobody who has many addresses: five tries a network, a thousand in all', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const token = await tokenSentTo(email);
    const code = await codeShown(email, secret);
    const wrong = wrongFor(code);
    for (let guess = 0; guess < 5; guess++) await links.use(token, { address: `2001:db8:0:1::${guess}`, code: wrong });
    expect(await links.use(token, { address: '2001:db8:0:1::77', code })).toEqual({ state: 'too many wrong codes' });
    await rows(`update sign_in_wrong_code set times = 999 where email = $1`, [email]);
    expect(await links.use(token, { address: '203.0.113.1', code: wrong })).toEqual({ state: 'too many wrong codes' });
    expect(await links.use(token, { address: '203.0.113.2', code })).toEqual({ state: 'too many wrong codes' });
    expect(await links.use(token, { address: HOME, secret })).toMatchObject({ state: 'used now' });
  });

  it('takes the code as people type it', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const code = await codeShown(email, secret);
    const token = await tokenSentTo(email);
    const typed = ` ${code.slice(0, 4)}-${code.slice(4)} `;
    expect(await links.use(token, { address: HOME, code: typed })).toMatchObject({ state: 'used now' });
  });

  it('takes the code that the browser shows for each letter that it asked for, the first and the fifth', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const first = await codeShown(email, secret);
    for (let times = 1; times < 5; times++) {
      clock.advance(1000);
      expect(await ask(email, HOME, secret)).toEqual({ secret, isSent: true });
    }
    clock.advance(1000);
    expect(await ask(email, HOME, secret)).toEqual({ secret, isSent: false });
    const shown = await links.waitingFor({ email, secret, address: HOME });
    expect(shown).toEqual({
      code: first,
      until: new Date(start.getTime() + 4000 + 15 * MINUTE),
      nextAt: new Date(start.getTime() + 15 * MINUTE),
    });
    const tokens = await lettersTo(email);
    expect(tokens).toHaveLength(5);
    for (const token of tokens) {
      expect(await links.use(token, { address: '203.0.113.5', code: shown.code })).toMatchObject({ state: 'used now' });
    }
  });

  it('shows no code when no letter of that browser lives', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    expect(await links.waitingFor({ email, secret: 'another', address: HOME })).toMatchObject({ code: undefined });
    clock.advance(15 * MINUTE);
    expect(await links.waitingFor({ email, secret, address: HOME })).toEqual({});
  });

  it('ends after fifteen minutes', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const token = await tokenSentTo(email);
    clock.advance(15 * MINUTE);
    expect(await links.use(token, { secret, address: HOME })).toEqual({ state: 'expired' });
  });

  it('is used by one of ten who try at once', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const token = await tokenSentTo(email);
    const tries = Array.from({ length: 10 }, () => links.use(token, { secret, address: HOME }));
    const results = await Promise.all(tries);
    expect(results.filter(({ state }) => state === 'used now')).toHaveLength(1);
  });

  it('is not sent to an address that nobody has, and the answer is the same, to the sixth', async () => {
    const { email } = await aPerson('member');
    const answers = async (to: string) => {
      const { secret } = await ask(to);
      const said: unknown[] = [];
      for (let times = 1; times < 7; times++) {
        said.push((await ask(to, HOME, secret)).isSent);
        const { code, ...rest } = await links.waitingFor({ email: to, secret, address: HOME });
        said.push(rest, /^\d{8}$/.test(code!));
      }
      return said;
    };
    expect(await answers('nobody@northmoor.example')).toEqual(await answers(email));
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
    const { secret } = await ask(email, '203.0.113.77');
    const code = await codeShown(email, secret);
    await links.use(await tokenSentTo(email), { address: '203.0.113.78', code: wrongFor(code) });
    const stored = JSON.stringify(
      await rows(
        `select sign_in_link::text as text from sign_in_link where email = $1
         union all select sign_in_wrong_code::text from sign_in_wrong_code where email = $1`,
        [email],
      ),
    );
    const hashed = createHash('sha256').update(code).digest('hex');
    for (const kept of [await tokenSentTo(email), code, '203.0.113.77', '203.0.113.78', secret]) {
      expect(stored).not.toContain(kept);
      expect(stored).not.toContain(hex(kept));
    }
    expect(stored).not.toContain(hashed);
  });
});

describe('a letter with a link', () => {
  const words = async (email: string) =>
    JSON.stringify(await rows('select body_text, body_html from mail where recipient = $1', [email]));

  it('is forgotten with the act that uses the link', async () => {
    const { email } = await aPerson('member');
    const { secret } = await ask(email);
    const token = await tokenSentTo(email);
    await links.use(token, { secret, address: HOME });
    expect(await words(email)).not.toContain(token);
    expect(await words(email)).toContain('has been used');
  });

  it('is forgotten, and sent no more, when its time is over; other letters stay', async () => {
    const { email } = await aPerson('member');
    await ask(email);
    const token = await tokenSentTo(email);
    const outbox = parts.get(Outbox);
    const other = { recipient: email, subject: 'Your certificate', text: 'It is here', html: '<p>It is here</p>' };
    await transactions.run((tx) => outbox.post(tx, { ...other, dedupeKey: `other ${email}` }));
    const deliveries = parts.get(Deliveries);
    await deliveries.forgetOver();
    expect(await words(email)).toContain(token);
    const [{ id }] = (await rows<{ id: string }>(`select id from mail where recipient = $1 and subject <> $2`, [
      email,
      other.subject,
    ])) as [{ id: string }];
    clock.advance(15 * MINUTE);
    expect(await deliveries.take(id)).toBeUndefined();
    await deliveries.forgetOver();
    expect(await words(email)).not.toContain(token);
    expect(await words(email)).toContain('It is here');
    expect(await deliveries.due(1000)).not.toContain(id);
    expect(await transactions.run((tx) => deliveries.retry(tx, id))).toBe(false);
  });
});

describe('where somebody is signed in', () => {
  const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/148.0.0.0 Safari/537.36';
  const roles: Role[] = ['member'];

  it('is told to them: which browser, from where, since when; and each can be ended by them alone', async () => {
    const { id } = await aPerson('member');
    const here = await signIn(id, { userAgent: CHROME, address: HOME });
    clock.advance(MINUTE);
    const there = await signIn(id, { userAgent: 'something', address: '198.51.100.7' });
    const own = await signIns.own({ id, roles }, here);
    expect(own).toMatchObject([
      { browser: 'A browser we do not know', address: '198.51.100.7', isThis: false },
      { browser: 'Chrome on Windows', address: HOME, createdAt: start, isThis: true },
    ]);
    const stranger = await aPerson('member');
    await signIns.endOne({ id: stranger.id, roles }, own[0]!.id, 'none');
    expect(await signIns.whoIs(there)).toBeDefined();
    expect(await signIns.endOne({ id, roles }, own[0]!.id, here)).toBe(false);
    expect(await signIns.whoIs(there)).toBeUndefined();
    expect(await signIns.endOne({ id, roles }, own[1]!.id, here)).toBe(true);
    expect(await signIns.whoIs(here)).toBeUndefined();
  });

  it('can be ended everywhere else', async () => {
    const { id } = await aPerson('member');
    const [here, ...others] = [await signIn(id), await signIn(id), await signIn(id)];
    await signIns.endOthers(id, here!);
    expect(await signIns.whoIs(here!)).toBeDefined();
    for (const other of others) expect(await signIns.whoIs(other)).toBeUndefined();
  });

  it('leaves out what is over', async () => {
    const { id } = await aPerson('member');
    await signIn(id);
    clock.advance(12 * 60 * MINUTE);
    expect(await signIns.own({ id, roles }, 'none')).toEqual([]);
  });

  it('is on record: signing in and out, without the network address', async () => {
    const { id } = await aPerson('member');
    const cookie = await signIn(id, { userAgent: CHROME, address: '198.51.100.7', by: 'letter' });
    const [own] = await signIns.own({ id, roles }, cookie);
    await signIns.signOut(cookie);
    await signIns.signOut(cookie);
    expect(await audited(own!.id)).toEqual([
      { action: 'sign_in.begun', actor: id, detail: { browser: 'Chrome on Windows', by: 'letter' } },
      { action: 'sign_in.ended', actor: id, detail: {} },
    ]);
    const all = [await signIn(id), await signIn(id)];
    const ids = (await signIns.own({ id, roles }, all[0]!)).map((one) => one.id);
    await signIns.endAll(id);
    for (const one of ids) expect((await audited(one)).at(-1)).toMatchObject({ detail: { asked: 'all' } });
  });
});

describe('attempts that are denied', () => {
  it('are on record twice for each link and hour, however many they are', async () => {
    const { id, email } = await aPerson('member');
    const { secret } = await ask(email);
    const token = await tokenSentTo(email);
    const code = wrongFor(await codeShown(email, secret));
    for (let guess = 0; guess < 30; guess++) await links.use(token, { address: HOME, code });
    expect(await audited(id)).toEqual([
      { action: 'sign_in.denied', actor: null, detail: { why: 'wrong code' } },
      { action: 'sign_in.denied', actor: null, detail: { why: 'too many wrong codes' } },
    ]);
    await links.use(token, { secret, address: HOME });
    for (let again = 0; again < 5; again++) await links.use(token, { secret, address: HOME });
    expect((await audited(id)).slice(2)).toEqual([{ action: 'sign_in.denied', actor: null, detail: { why: 'used' } }]);
    // Others above were denied somewhat later than `start`.
    clock.advance(2 * 60 * MINUTE);
    await links.use('no such link', { address: HOME });
    expect((await audited(id)).slice(3).map(({ detail }) => detail)).toEqual([
      { why: 'wrong code', more: 3 },
      { why: 'too many wrong codes', more: 25 },
      { why: 'used', more: 4 },
    ]);
  });

  it('are on record for links that there are not, without telling them from each other', async () => {
    const before = (await audited('unknown')).length;
    for (let nth = 0; nth < 50; nth++) await links.use(`made up ${nth}`, { address: HOME });
    expect((await audited('unknown')).length).toBeLessThanOrEqual(before + 2);
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
