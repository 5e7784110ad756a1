import { AuditTrail } from '@induct/platform';
import { PeopleTrial } from '../../../../test/support/people-trial';
import { FirstAdministrator } from '@induct/sign-in';
import { foldName } from '../persons/name-fold';
import { RoleChanges } from './role-changes.service';

let trial: PeopleTrial;
beforeAll(async () => {
  trial = await PeopleTrial.open();
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

describe('the first administrator', () => {
  it('comes in by the printed link, once, and only into a council without one', async () => {
    await trial.rows(`delete from person_role where role = 'administrator'`);
    const first = trial.parts.get(FirstAdministrator);
    const older = (await first.createLink())!.split('/').at(-1)!;
    const token = (await first.createLink())!.split('/').at(-1)!;
    expect([await first.isLinkGood(older), await first.isLinkGood(token)]).toEqual([false, true]);
    const become = (key: string, email: string) =>
      trial.transactions.run((tx) => first.become(tx, key, { name: 'Ada Root', email }));
    expect(await become(older, 'ada@northmoor.example')).toBeUndefined();
    const id = await become(token, 'ada@northmoor.example');
    expect(await trial.people.find(id!)).toMatchObject({ name: 'Ada Root', roles: ['administrator'] });
    expect(await become(token, 'eve@northmoor.example')).toBeUndefined();
    expect(await first.createLink()).toBeUndefined();
  });
});

describe('people', () => {
  it('have an e-mail address each, in whatever case it is typed', async () => {
    const { id, email } = await trial.aPerson('member');
    expect((await trial.people.findByEmail(` ${email.toUpperCase()}`))?.id).toBe(id);
    const twice = trial.transactions.run((tx) =>
      trial.people.add(tx, [{ name: 'Twin', email: email.toUpperCase() }], null),
    );
    await expect(twice).rejects.toMatchObject({ name: 'EmailIsTaken' });
  });

  it('are found by part of a name, by page', async () => {
    await trial.transactions.run((tx) =>
      trial.people.add(
        tx,
        ['Quill One', 'Quill Two', 'Quill Three'].map((name, at) => ({ name, email: `quill.${at}@northmoor.example` })),
        null,
      ),
    );
    const page = await trial.people.list({ search: 'QUILL', limit: 2, offset: 0 });
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
    const folded = await trial.rows<{ name: string; sql: string }>(
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
    await trial.transactions.run((tx) =>
      trial.people.add(
        tx,
        names.map((name, at) => ({ name, email: `quim.${at}@northmoor.example` })),
        null,
      ),
    );
    const page = await trial.people.list({ search: 'quim', limit: 10, offset: 0 });
    expect(page.people.map(({ name }) => name)).toEqual(['quim Ágnes', 'Quím Łukasz', 'Quim Maas', 'Quim Zed']);
  });

  it('get new roles by an audited act that ends their sign-ins', async () => {
    const [administrator, person] = [await trial.aPerson('administrator'), await trial.aPerson('member')];
    const cookie = await trial.signIn(person.id);
    await trial.parts.get(RoleChanges).change(administrator.id, person.id, ['member', 'champion']);
    expect(await trial.signIns.whoIs(cookie)).toBeUndefined();
    expect((await trial.people.find(person.id))?.roles).toEqual(['champion', 'member']);
    const events = await trial.rows<{ detail: unknown }>(`select detail from audit_event where subject_id = $1`, [
      person.id,
    ]);
    expect(events).toEqual([{ detail: { added: ['champion'], removed: [] } }]);
    expect(trial.parts.get(AuditTrail)).toBeDefined();
  });

  it('cannot raise themselves, and the last administrator stays', async () => {
    await trial.rows(`delete from person_role where role = 'administrator'`);
    const { id } = await trial.aPerson('administrator');
    await expect(trial.parts.get(RoleChanges).change(id, id, ['administrator', 'officer'])).rejects.toMatchObject({
      name: 'CannotRaiseOneself',
    });
    await expect(trial.parts.get(RoleChanges).change(id, id, [])).rejects.toMatchObject({ name: 'LastAdministrator' });
    const other = await trial.aPerson('administrator');
    const both = await Promise.allSettled([
      trial.parts.get(RoleChanges).change(id, other.id, []),
      trial.parts.get(RoleChanges).change(other.id, id, []),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
