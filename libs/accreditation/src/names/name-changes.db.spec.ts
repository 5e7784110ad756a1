import { Corrections, Leaving } from '@induct/people';
import { DomainError, Transactions } from '@induct/platform';
import { Awarding } from '../../../../test/support/awarding';
import { besideWhoRecords } from '../../../../test/support/beside-who-records';
import { Certificates } from '../acts/certificates.service';
import { Revocations } from '../acts/revocations.service';
import type { Certificate } from '../certificate/certificate';
import { CertificateMail } from '../certificate/certificate-mail';
import { Verification } from '../certificate/verification.service';
import { NameChanges } from './name-changes.service';

const [OFFICER, SECOND] = ['0195c0de-0000-7000-8000-00000000000e', '0195c0de-0000-7000-8000-00000000000f'];
const WHY = 'I have married';

describe('another name on the certificates', () => {
  let awarding: Awarding;
  let conduct: string;
  let names: NameChanges;
  let register: Certificates;

  beforeAll(async () => {
    awarding = await Awarding.begin();
    for (const id of [OFFICER, SECOND]) await awarding.given.anOfficer(id!);
    conduct = await awarding.given.aPublishedCoreModule();
    names = awarding.nest.get(NameChanges);
    register = awarding.nest.get(Certificates);
  });
  afterAll(() => awarding?.end());

  async function certified(name = 'Siân Rees'): Promise<string> {
    const person = await awarding.given.aMember(name);
    await awarding.complete(person, conduct);
    return person;
  }
  const ask = (personId: string, name = 'Siân Pritchard') => names.ask({ personId, name, why: WHY });
  const confirm = (id: string, by = OFFICER!) => names.decide(id, { by, accepted: true, words: '' });
  const rows = <Row>(sql: string, ...values: unknown[]) => awarding.database.source.query<Row[]>(sql, values);
  const nameOf = async (id: string) => (await rows<{ name: string }>('select name from person where id = $1', id))[0];
  const letters = (person: string) =>
    rows<{ subject: string; text: string }>(
      'select subject, body_text as text from mail where recipient = $1 order by created_at, id',
      `${person}@northmoor.example`,
    );
  const printed = (certificate: Certificate) =>
    awarding.nest
      .get(Transactions)
      .run((tx) => awarding.nest.get(CertificateMail, { strict: false }).printed(tx, certificate));
  const made = ({ id }: Certificate) =>
    rows(`update certificate set pdf_sha256 = sha256(number::bytea), rendered_at = now() where id = $1`, id);
  const checked = (number: string) => awarding.nest.get(Verification).check(number);

  it('is there when an officer confirms it: name and certificates in one, the old number says so, and one letter', async () => {
    const person = await certified();
    const [old] = await register.byPerson(person);
    const before = await checked(old!.number);
    const id = await ask(person, ' Siân   Pritchard ');
    expect(await nameOf(person)).toEqual({ name: 'Siân Rees' });
    expect(await checked(old!.number)).toEqual(before);
    expect(await names.reissue(await names.find(id))).toMatchObject({ replaced: [{ number: old!.number }] });
    await confirm(id);
    expect(await nameOf(person)).toEqual({ name: 'Siân Pritchard' });
    const own = await register.byPerson(person);
    const next = own.find(({ state }) => state === 'issued')!;
    expect(own).toHaveLength(2);
    expect(next).toMatchObject({
      holderName: 'Siân Pritchard',
      facts: { ...old!.facts, holder: 'Siân Pritchard', number: next.number },
    });
    expect(await checked(old!.number)).toMatchObject({
      certificate: { state: 'replaced', replacedBy: next.number, facts: { holder: 'S. R.' } },
    });
    const written = await letters(person);
    expect(written.map(({ subject }) => subject)).toEqual(['Your name is corrected']);
    expect(written[0]!.text).toContain(`Certificate ${next.number} takes the place of ${old!.number}.`);
    await expect(confirm(id, SECOND)).rejects.toMatchObject({ name: 'NameChangeIsDecided' });
    // Printed, what bears the name is not announced once more; what an officer replaces later is, and congratulates nobody.
    await made(old!);
    await printed(next);
    expect(await letters(person)).toHaveLength(1);
    awarding.clock.advance(120_000);
    const lost = (await register.find(await register.replace(next.id, { by: OFFICER!, reason: 'Lost' })))!;
    await printed(lost);
    await printed(lost);
    const [, letter, ...others] = await letters(person);
    expect([letter!.subject, others]).toEqual(['Your certificate has a new number: Core skills', []]);
    expect(letter!.text).toContain(`Certificate ${lost.number} (Core skills) takes the place of ${next.number}`);
  });

  it('on one that takes the place of what could never be made is the first that its holder hears of the award', async () => {
    const person = await certified();
    const [failed] = await register.byPerson(person);
    const next = (await register.find(await register.replace(failed!.id, { by: OFFICER!, reason: 'Not made' })))!;
    await printed(next);
    expect((await letters(person)).map(({ subject }) => subject)).toEqual([expect.stringContaining('certificate')]);
    expect((await letters(person))[0]!.text).not.toContain(failed!.number);
    await made(next);
    awarding.clock.advance(1000);
    const last = (await register.find(await register.replace(next.id, { by: OFFICER!, reason: 'Lost' })))!;
    await printed(last);
    expect((await letters(person)).at(-1)!.text).toContain(`takes the place of ${next.number}`);
  });

  it('is refused in words, and then nothing has changed', async () => {
    const person = await certified();
    const before = await register.byPerson(person);
    const id = await ask(person);
    await names.decide(id, { by: OFFICER!, accepted: false, words: 'Please bring the certificate of marriage' });
    expect([await nameOf(person), await register.byPerson(person)]).toEqual([{ name: 'Siân Rees' }, before]);
    const [letter, ...others] = await letters(person);
    expect([letter!.subject, others]).toEqual(['Your name is not corrected', []]);
    expect(letter!.text).toContain('Please bring the certificate of marriage');
    expect(await ask(person)).not.toBe(id);
  });

  it('is taken back by whoever asked, as long as it waits, and may be asked for again', async () => {
    const person = await certified();
    const id = await ask(person);
    await expect(names.takeBack(id, OFFICER!)).rejects.toMatchObject({ name: 'NameChangeNotFound' });
    await names.takeBack(id, person);
    expect((await names.waiting(100, 0)).rows.map((change) => change.id)).not.toContain(id);
    expect(
      await rows(
        `select waits, (select count(*)::int from accreditation_waiting w where w.id = n.id) as counted
           from name_change_standing n where n.id = $1`,
        id,
      ),
    ).toEqual([{ waits: false, counted: 0 }]);
    await expect(confirm(id)).rejects.toMatchObject({ name: 'NameChangeIsTakenBack' });
    await expect(names.takeBack(id, person)).rejects.toMatchObject({ name: 'NameChangeIsTakenBack' });
    await expect(rows('update name_change set taken_back_at = null where id = $1 returning 1', id)).rejects.toThrow(
      'taken back once',
    );
    expect([await nameOf(person), await letters(person)]).toEqual([{ name: 'Siân Rees' }, []]);
    expect(
      await rows(
        `select actor_id as actor, detail from audit_event where action = 'name-change.taken-back' and subject_id = $1`,
        person,
      ),
    ).toEqual([{ actor: person, detail: { nameChange: id } }]);
    awarding.clock.advance(1000);
    const again = await ask(person);
    await confirm(again);
    await expect(names.takeBack(again, person)).rejects.toMatchObject({ name: 'NameChangeIsDecided' });
  });

  it('is taken back or decided, whoever comes first', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await certified();
      const id = await ask(person);
      const tries = await Promise.allSettled([names.takeBack(id, person), confirm(id)]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const isTaken = (await names.find(id)).takenBackAt !== null;
      expect(await nameOf(person)).toEqual({ name: isTaken ? 'Siân Rees' : 'Siân Pritchard' });
    }
  });

  it('waits once, is asked for only where something would change, and is printable', async () => {
    const person = await certified('Ann Other');
    await expect(ask(person, 'Ann  Other')).rejects.toMatchObject({ name: 'NameIsAsItWas' });
    const id = await ask(person, '김 Other');
    await expect(ask(person, 'Ann Third')).rejects.toMatchObject({ name: 'NameChangeWaits' });
    await expect(confirm(id)).rejects.toMatchObject({ name: 'NameCannotBePrinted' });
    expect((await names.find(id)).decidedAt).toBeNull();
    expect((await names.waiting(100, 0)).rows.map((change) => change.id)).toContain(id);
  });

  it('comes from nobody’s own hand, nor past the service', async () => {
    await awarding.database.source.query(`insert into person_role values ($1, 'member')`, [SECOND]);
    const id = await ask(SECOND!, 'Olive Other');
    await expect(confirm(id, SECOND)).rejects.toMatchObject({ name: 'OwnName', kind: 'not-allowed' });
    const write = (sql: string) => awarding.database.source.query(sql, [id]);
    await expect(
      write(
        `update name_change set decided_by = person_id, decided_at = now(), accepted = true, decision = '' where id = $1`,
      ),
    ).rejects.toThrow(/name_change_is_not_ones_own/);
    await expect(write(`update name_change set name = 'Another' where id = $1`)).rejects.toThrow(/decided once/);
    await expect(write('delete from name_change where id = $1')).rejects.toThrow(/decided once/);
    await confirm(id);
    await expect(write(`update name_change set accepted = false where id = $1`)).rejects.toThrow(/decided once/);
    // Erasure leaves who and when.
    await write(`update name_change set name = '', why = '', decision = '' where id = $1`);
  });

  it('is confirmed by an officer of a day who is still there', async () => {
    const [fresh, gone, ada] = ['1', '2', '3'].map((last) => `0195c0de-0000-7000-8000-00000000000${last}`);
    await awarding.given.anOfficer(fresh!, new Date(awarding.clock.now().getTime() + 1000));
    await awarding.given.anOfficer(gone!);
    await awarding.given.anOfficer(ada!);
    await rows(`insert into person_role values ($1, 'administrator')`, ada);
    const id = await ask(await certified());
    await expect(confirm(id, fresh)).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    await awarding.nest.get(Leaving, { strict: false }).deactivate(ada!, gone!);
    await expect(confirm(id, gone)).rejects.toMatchObject({ name: 'NotAllowed' });
  });

  it('replaces each certificate once, whoever presses when, and whatever else is done to them', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await certified();
      const [old] = await register.byPerson(person);
      const id = await ask(person);
      const tries = await Promise.allSettled([
        confirm(id),
        confirm(id, SECOND),
        register.replace(old!.id, { by: SECOND!, reason: 'Lost' }),
        awarding.nest.get(Revocations).propose(old!.id, { by: SECOND!, reason: 'Perhaps in error' }),
      ]);
      expect(tries.slice(0, 2).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      // Our rules alone say no: nobody waited for another in a circle.
      const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(refused.filter((error) => !(error instanceof DomainError))).toEqual([]);
      const inForce = (await register.byPerson(person)).filter(({ state }) => state === 'issued');
      expect(inForce).toHaveLength(1);
      // Which came first: one that is in question stays as it is.
      const [{ holderName, isRevocationProposed }] = inForce as [(typeof inForce)[0]];
      expect(holderName).toBe(isRevocationProposed ? 'Siân Rees' : 'Siân Pritchard');
    }
  });

  it('waits for whoever is at a certificate before it writes anything down: they are not waiting for it', async () => {
    const person = await certified();
    const [old] = await register.byPerson(person);
    const id = await ask(person);
    const atIt: [string, string] = ['select from certificate where id = $1 for update', old!.id];
    await besideWhoRecords(awarding.database, atIt, () => confirm(id));
    const [inForce] = (await register.byPerson(person)).filter(({ state }) => state === 'issued');
    expect(inForce!.holderName).toBe('Siân Pritchard');
  });

  it('is on an award that is made in the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await awarding.given.aMember('Siân Rees');
      const id = await ask(person);
      await Promise.all([awarding.complete(person, conduct), confirm(id)]);
      const inForce = (await register.byPerson(person)).filter(({ state }) => state === 'issued');
      expect(inForce).toHaveLength(1);
      // Which came first: one that is in question stays as it is.
      const [{ holderName, isRevocationProposed }] = inForce as [(typeof inForce)[0]];
      expect(holderName).toBe(isRevocationProposed ? 'Siân Rees' : 'Siân Pritchard');
    }
  });

  it('changes no certificate when only the person is corrected, nor one that has expired', async () => {
    const person = await certified();
    const before = await register.byPerson(person);
    const details = { email: `${person}@northmoor.example`, group: null, district: null, division: null };
    await awarding.nest
      .get(Corrections, { strict: false })
      .correct(OFFICER!, person, { ...details, name: 'Siân Pritchard' });
    expect(await register.byPerson(person)).toEqual(before);
    await awarding.nest
      .get(Transactions)
      .run((tx) =>
        tx.query(
          `update certificate set facts = jsonb_set(facts, '{validUntil}', '"2026-11-21"') where person_id = $1`,
          [person],
        ),
      );
    await expect(ask(person)).rejects.toMatchObject({ name: 'NameIsAsItWas' });
  });
});
