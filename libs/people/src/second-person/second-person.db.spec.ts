import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule, Transactions } from '@induct/platform';
import { FirstAdministrator, SignInLinks, SignInModule, SignIns } from '@induct/sign-in';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { Corrections } from '../acts/corrections.service';
import { Leaving } from '../acts/leaving.service';
import { PeopleModule } from '../people.module';
import { PeopleService } from '../acts/people.service';
import { RoleChanges } from '../acts/role-changes.service';
import type { Role } from '../persons/roles';
import { Proposals } from './proposals.service';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = new Date('2026-11-22T14:32:00Z');
const clock = new FixedClock(start);
const longAgo = new Date('2025-05-01T09:00:00Z');

let database: TestDatabase;
let parts: TestingModule;
let people: PeopleService;
let roles: RoleChanges;
let leaving: Leaving;
let corrections: Corrections;
let proposals: Proposals;
let count = 0;

beforeAll(async () => {
  database = await cloneDatabase();
  parts = await Test.createTestingModule({
    imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), PeopleModule, SignInModule],
  }).compile();
  people = parts.get(PeopleService);
  roles = parts.get(RoleChanges);
  leaving = parts.get(Leaving);
  corrections = parts.get(Corrections);
  proposals = parts.get(Proposals);
});
afterAll(async () => {
  await parts.close();
  await database.drop();
});
/** Each begins with a council of nobody. */
beforeEach(async () => {
  clock.set(start);
  await database.source.query('delete from mail');
  await database.source.query('delete from person');
});

const inOne = <T>(act: Parameters<Transactions['run']>[0]) => parts.get(Transactions).run(act) as Promise<T>;
async function aPerson(name: string, ...own: Role[]): Promise<string> {
  const email = `person.${++count}@northmoor.example`;
  const [id] = await inOne<string[]>((tx) =>
    people.add(tx, [{ name, email, roles: own, confirmsFrom: longAgo }], null),
  );
  return id!;
}
const rolesOf = async (id: string) => (await people.find(id))!.roles;
const waiting = async () => (await proposals.waiting())[0]!;
const detailsOf = async (id: string) => {
  const { name, email, group, district, division } = (await people.find(id))!;
  return { name, email, group, district, division };
};
const rows = <T>(sql: string, ...values: unknown[]) => database.source.query<T[]>(sql, values);
const told = async () =>
  (await rows<{ recipient: string }>('select recipient from mail order by recipient')).map(
    ({ recipient }) => recipient,
  );
const trail = async (id: string) =>
  (await rows<{ action: string }>('select action from audit_event where subject_id = $1 order by id', id)).map(
    ({ action }) => action,
  );
const mayConfirm = (id: string, role: Role) => inOne<void>((tx) => people.mayConfirm(tx, id, role));

describe('a role that confirms', () => {
  it('is given by two people, everybody at the desk is told, and it counts a day later', async () => {
    const [ada, ruth, helen, mia] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Helen Stroud', 'auditor'),
      await aPerson('Mia Member', 'member'),
    ];
    expect(await roles.change(ada, mia, ['member', 'champion', 'officer'])).toEqual({
      waiting: ['officer'],
      alone: [],
    });
    expect(await rolesOf(mia)).toEqual(['champion', 'member']);
    const { id } = await waiting();
    await expect(proposals.agree(id, ada)).rejects.toMatchObject({ name: 'SecondPersonNeeded' });
    for (const other of [helen, mia]) {
      await expect(proposals.agree(id, other)).rejects.toMatchObject({ name: 'AgreesToNothing' });
    }
    await proposals.agree(id, ruth);
    expect(await rolesOf(mia)).toEqual(['champion', 'member', 'officer']);
    await expect(proposals.agree(id, ruth)).rejects.toMatchObject({ name: 'ProposalIsDecided' });
    await expect(mayConfirm(mia, 'officer')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    clock.advance(DAY);
    await expect(mayConfirm(mia, 'officer')).resolves.toBeUndefined();
    const addresses = (await rows<{ email: string }>('select email from person')).map(({ email }) => email).toSorted();
    expect([...new Set(await told())]).toEqual(addresses);
    expect(await trail(mia)).toEqual(['person.roles-changed', 'person.roles-proposed', 'person.roles-agreed']);
  });

  it('is proposed, not given, to somebody who is added with it', async () => {
    const [, ruth] = [await aPerson('Ada Root', 'administrator'), await aPerson('Ruth Calloway', 'officer')];
    const [id] = await inOne<string[]>((tx) =>
      people.add(tx, [{ name: 'Eve', email: 'eve@northmoor.example', roles: ['member', 'tester'] }], ruth),
    );
    expect(await rolesOf(id!)).toEqual(['member']);
    expect(await waiting()).toMatchObject({ kind: 'roles', personId: id, wish: { roles: ['tester'] } });
  });

  it('is agreed to by nobody whose own role is new', async () => {
    const [ada, ben] = [await aPerson('Ada Root', 'administrator'), await aPerson('Ben Root', 'administrator')];
    const [eve, mallory] = [await aPerson('Eve', 'member'), await aPerson('Mallory', 'member')];
    await roles.change(ada, eve, ['officer']);
    await proposals.agree((await waiting()).id, ben);
    await roles.change(ada, mallory, ['officer']);
    const { id } = await waiting();
    await expect(proposals.agree(id, eve)).rejects.toMatchObject({ name: 'TooNewToConfirm', kind: 'not-allowed' });
    clock.advance(DAY);
    await proposals.agree(id, eve);
  });

  it('is refused or withdrawn without a trace in the roles, once', async () => {
    const [ada, ruth, mia] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Mia Member', 'member'),
    ];
    for (const [by, outcome] of [
      [ruth, 'refused'],
      [ada, 'withdrawn'],
    ] as const) {
      await roles.change(ada, mia, ['member', 'tester']);
      const { id } = await waiting();
      await proposals.refuse(id, by);
      expect(await proposals.find(id)).toMatchObject({ outcome, decidedBy: by });
    }
    expect(await rolesOf(mia)).toEqual(['member']);
    const [first] = await proposals.lately();
    await expect(rows(`update desk_proposal set outcome = 'agreed' where id = $1`, first!.id)).rejects.toThrow(
      /decided once/,
    );
  });

  it('is agreed to by one of many who try at once, and by no program that writes past the service', async () => {
    const [ada, ruth, mia] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Mia Member', 'member'),
    ];
    await roles.change(ada, mia, ['officer']);
    const { id } = await waiting();
    await expect(
      rows(`update desk_proposal set outcome = 'agreed', decided_by = $2, decided_at = now() where id = $1`, id, ada),
    ).rejects.toThrow(/desk_proposal_takes_two/);
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => proposals.agree(id, ruth)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a council of one', () => {
  it('can begin: the first administrator gives roles alone, marked so, until somebody else has been there for a day', async () => {
    const first = parts.get(FirstAdministrator);
    const token = (await first.createLink())!.split('/').at(-1)!;
    const ada = (await inOne<string | undefined>((tx) =>
      first.become(tx, token, { name: 'Ada Root', email: 'ada@northmoor.example' }),
    ))!;
    const [ben, cleo] = [await aPerson('Ben', 'member'), await aPerson('Cleo', 'member')];
    expect(await roles.change(ada, ben, ['officer'])).toEqual({ waiting: [], alone: ['officer'] });
    expect(await people.grants(ben)).toMatchObject([{ role: 'officer', alone: true }]);
    await expect(mayConfirm(ben, 'officer')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    expect(await trail(ben)).toContain('person.roles-alone');
    expect(await told()).toEqual(expect.arrayContaining(['ada@northmoor.example']));
    expect(await roles.change(ada, cleo, ['tester'])).toMatchObject({ alone: ['tester'] });
    clock.advance(DAY);
    expect(await roles.change(ada, cleo, ['tester', 'officer'])).toMatchObject({ waiting: ['officer'] });
    await proposals.agree((await waiting()).id, ben);
    expect(await people.grants(cleo)).toMatchObject([
      { role: 'officer', alone: false },
      { role: 'tester', alone: true },
    ]);
    await expect(proposals.agreeAfterwards(cleo, ada)).rejects.toMatchObject({ name: 'SecondPersonNeeded' });
    await expect(proposals.agreeAfterwards(cleo, cleo)).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    expect((await people.givenAlone()).map(({ id }) => id)).toEqual([ben, cleo]);
    await proposals.agreeAfterwards(cleo, ben);
    expect((await people.grants(cleo)).some(({ alone }) => alone)).toBe(false);
    expect(await trail(cleo)).toContain('person.roles-agreed-afterwards');
  });

  it('is not made by sending everybody else away', async () => {
    const [ada, ben, eve] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ben', 'administrator', 'officer'),
      await aPerson('Eve', 'member'),
    ];
    await leaving.deactivate(ada, ben);
    expect(await roles.change(ada, eve, ['officer'])).toMatchObject({ waiting: ['officer'] });
    expect(await proposals.aloneFrom(ada)).toEqual(new Date(start.getTime() + 30 * DAY));
    await proposals.refuse((await waiting()).id, ada);
    clock.advance(30 * DAY);
    expect(await roles.change(ada, eve, ['officer'])).toMatchObject({ alone: ['officer'] });
  });

  it('is not made by another mailbox of the only one who could agree', async () => {
    const [ada, ruth, eve] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Eve', 'member'),
    ];
    await corrections.correct(ada, ruth, { ...(await detailsOf(ruth)), email: 'ruth@elsewhere.example' });
    await proposals.agree((await waiting()).id, ruth);
    await expect(mayConfirm(ruth, 'officer')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    expect(await roles.change(ada, eve, ['officer'])).toMatchObject({ waiting: ['officer'], alone: [] });
  });

  it('stays written down however much whoever acted alone proposes afterwards', async () => {
    const [ada, eve] = [await aPerson('Ada Root', 'administrator'), await aPerson('Eve', 'member')];
    expect(await roles.change(ada, eve, ['tester'])).toMatchObject({ alone: ['tester'] });
    await aPerson('Ruth Calloway', 'officer');
    for (let time = 0; time < 51; time++) {
      clock.advance(1000);
      await roles.change(ada, eve, ['tester', 'officer']);
      await proposals.refuse((await waiting()).id, ada);
    }
    await expect(proposals.agreeAfterwards(eve, ada)).rejects.toMatchObject({ name: 'SecondPersonNeeded' });
  });
});

describe('a change that waits', () => {
  it('falls when somebody else is made of the person it is about', async () => {
    const [ada, ruth] = [await aPerson('Ada Root', 'administrator'), await aPerson('Ruth Calloway', 'officer')];
    for (const made of [{ email: 'eve@elsewhere.example' }, { name: 'Eve Second' }]) {
      const mia = await aPerson('Mia Member', 'member');
      await roles.change(ada, mia, ['member', 'tester']);
      const { id } = await waiting();
      await corrections.correct(ruth, mia, { ...(await detailsOf(mia)), ...made });
      await expect(proposals.agree(id, ruth)).rejects.toMatchObject({ name: 'ProposalIsDecided' });
      expect(await rolesOf(mia)).toEqual(['member']);
      expect(await trail(mia)).toContain('person.roles-fallen');
      // Where somebody lives is nothing to agree to.
      await roles.change(ada, mia, ['member', 'tester']);
      await corrections.correct(ruth, mia, { ...(await detailsOf(mia)), district: 'Elsewhere' });
      await proposals.agree((await waiting()).id, ruth);
    }
  });

  it('of the roles of somebody who comes back or confirms already falls with their address too', async () => {
    const [ada, ruth, tess] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Tess', 'tester'),
    ];
    await roles.change(ada, tess, ['tester', 'officer']);
    const { id } = await waiting();
    await corrections.correct(ada, tess, { ...(await detailsOf(tess)), email: 'eve@elsewhere.example' });
    const address = (await proposals.waiting()).find(({ kind }) => kind === 'address')!;
    await proposals.agree(address.id, ruth);
    await expect(proposals.agree(id, ruth)).rejects.toMatchObject({ name: 'ProposalIsDecided' });
  });
});

describe('another e-mail address', () => {
  it('of somebody who confirms takes a second person; both addresses are told, and their word rests for a day', async () => {
    const [ada, ruth, tess] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Tess', 'tester'),
    ];
    const { email: before } = await detailsOf(tess);
    const moved = { ...(await detailsOf(tess)), email: 'eve@elsewhere.example' };
    expect(await corrections.correct(ada, tess, moved)).toEqual({ addressWaits: true });
    expect((await people.find(tess))!.email).toBe(before);
    const cookie = await inOne<string>((tx) => parts.get(SignIns).signIn(tx, tess));
    await proposals.agree((await waiting()).id, ruth);
    expect((await people.find(tess))!.email).toBe('eve@elsewhere.example');
    expect(await parts.get(SignIns).whoIs(cookie)).toBeUndefined();
    expect(await told()).toEqual(expect.arrayContaining([before, 'eve@elsewhere.example']));
    await expect(mayConfirm(tess, 'tester')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
  });

  it('of a member changes at once, and links to the old one are worth nothing', async () => {
    const [ruth, mia] = [await aPerson('Ruth Calloway', 'officer'), await aPerson('Mia Member', 'member')];
    const { email: before } = await detailsOf(mia);
    const links = parts.get(SignInLinks);
    const { secret } = await links.ask({ email: before, nextPath: '/', address: '192.0.2.1' });
    const [letter] = await rows<{ body_text: string }>('select body_text from mail where recipient = $1', before);
    const token = /\/sign-in\/link\/([\w-]+)/.exec(letter!.body_text)![1]!;
    await corrections.correct(ruth, mia, { ...(await detailsOf(mia)), email: 'mia@elsewhere.example' });
    expect(await links.use(token, { secret, address: '192.0.2.1' })).toEqual({ state: 'expired' });
    expect(await told()).toEqual(expect.arrayContaining([before, 'mia@elsewhere.example']));
  });

  it('is nobody else’s, and people at the desk are looked after by administrators', async () => {
    const [ruth, mia, ada] = [
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Mia Member', 'member'),
      await aPerson('Ada Root', 'administrator'),
    ];
    const { email } = await detailsOf(ruth);
    await expect(
      corrections.correct(ruth, mia, { ...(await detailsOf(mia)), email: email.toUpperCase() }),
    ).rejects.toMatchObject({ name: 'EmailIsTaken' });
    await expect(
      corrections.correct(ruth, ada, { ...(await detailsOf(ada)), email: 'eve@elsewhere.example' }),
    ).rejects.toMatchObject({ name: 'NotYoursToLookAfter' });
  });
});

describe('a name', () => {
  it('is put right without what cannot be seen, and what it was stays on record', async () => {
    const [ruth, mia] = [await aPerson('Ruth Calloway', 'officer'), await aPerson('Mia Membr', 'member')];
    const right = { ...(await detailsOf(mia)), name: ' Mia\u202E  Member', group: 'Green Valleys' };
    await corrections.correct(ruth, mia, right);
    expect(await detailsOf(mia)).toMatchObject({ name: 'Mia Member', group: 'Green Valleys' });
    const [event] = await rows<{ detail: unknown }>('select detail from audit_event where subject_id = $1', mia);
    expect(event!.detail).toEqual({ name: ['Mia Membr', 'Mia Member'], group: [null, 'Green Valleys'] });
  });
});

describe('somebody who leaves', () => {
  it('cannot sign in from then on, by browser, by link or by a new letter; what they proposed falls; nothing is deleted', async () => {
    const [ada, ben, mia] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ben', 'administrator'),
      await aPerson('Mia Member', 'member'),
    ];
    const { email } = await detailsOf(ben);
    const cookie = await inOne<string>((tx) => parts.get(SignIns).signIn(tx, ben));
    const links = parts.get(SignInLinks);
    await links.ask({ email, nextPath: '/', address: '192.0.2.1' });
    await roles.change(ben, mia, ['member', 'tester']);
    const { id } = await waiting();
    await leaving.deactivate(ada, ben);
    expect(await parts.get(SignIns).whoIs(cookie)).toBeUndefined();
    expect(await rows('select from sign_in_link where expires_at > $1', clock.now())).toEqual([]);
    const letters = (await told()).filter((to) => to === email).length;
    await links.ask({ email, nextPath: '/', address: '192.0.2.1' });
    expect((await told()).filter((to) => to === email)).toHaveLength(letters);
    expect((await proposals.find(id)).outcome).toBe('fallen');
    expect(await people.find(ben)).toMatchObject({ roles: [], deactivatedAt: clock.now() });
    expect(await people.resting(ben)).toEqual(['administrator']);
    expect(await trail(ben)).toContain('person.deactivated');
    await expect(leaving.deactivate(ada, ben)).rejects.toMatchObject({ name: 'PersonIsDeactivated' });
  });

  it('is not oneself, and not the last administrator', async () => {
    const [ada, ruth, tess] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Tess', 'tester'),
    ];
    await expect(leaving.deactivate(ada, ada)).rejects.toMatchObject({ name: 'CannotDeactivateOneself' });
    await expect(leaving.deactivate(ruth, ada)).rejects.toMatchObject({ name: 'NotYoursToLookAfter' });
    await leaving.deactivate(ruth, tess);
    const ben = await aPerson('Ben', 'administrator');
    const both = await Promise.allSettled([leaving.deactivate(ada, ben), leaving.deactivate(ben, ada)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('does not come back by a sign-in that began while they were away', async () => {
    const [ruth, mia] = [await aPerson('Ruth Calloway', 'officer'), await aPerson('Mia Member', 'member')];
    await leaving.deactivate(ruth, mia);
    const cookie = await inOne<string>((tx) => parts.get(SignIns).signIn(tx, mia));
    await leaving.reactivate(ruth, mia);
    expect(await parts.get(SignIns).whoIs(cookie)).toBeUndefined();
  });

  it('comes back at once as a member, and by two people with a role that confirms', async () => {
    const [ada, ruth, mia, tess] = [
      await aPerson('Ada Root', 'administrator'),
      await aPerson('Ruth Calloway', 'officer'),
      await aPerson('Mia Member', 'member'),
      await aPerson('Tess', 'member', 'tester'),
    ];
    for (const id of [mia, tess]) await leaving.deactivate(ada, id);
    clock.advance(HOUR);
    expect(await leaving.reactivate(ruth, mia)).toBe('done');
    expect(await rolesOf(mia)).toEqual(['member']);
    expect(await leaving.reactivate(ruth, tess)).toBe('waiting');
    expect(await rolesOf(tess)).toEqual([]);
    await proposals.agree((await waiting()).id, ada);
    expect(await rolesOf(tess)).toEqual(['member', 'tester']);
    await expect(mayConfirm(tess, 'tester')).rejects.toMatchObject({ name: 'TooNewToConfirm' });
  });
});
