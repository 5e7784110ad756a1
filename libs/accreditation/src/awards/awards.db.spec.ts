import { getQueueToken } from '@nestjs/bullmq';
import { Test, type TestingModule } from '@nestjs/testing';
import { Announcements, PlatformModule, QueueModule, QUEUES, Transactions } from '@induct/platform';
import { printJob } from '@induct/printing';
import { CourseCompleted, Looks } from '@induct/progress';
import type { Queue } from 'bullmq';
import { besideWhoRecords } from '../../../../test/support/beside-who-records';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { Learners } from '../../../../test/support/learners';
import { printsOf } from '../../../../test/support/prints';
import { AccreditationModule } from '../accreditation.module';
import { Awards } from './awards.service';
import { readFacts } from '../certificate/certificate-facts';
import { CertificateQueue } from '../certificate/certificate-queue';
import { CertificateIsBeingPrepared } from '../certificate/certificate.errors';
import { Certificates } from '../acts/certificates.service';
import { PrintedCertificates } from '../printing/printed-certificates';
import { Revocations } from '../acts/revocations.service';
import { Verification } from '../certificate/verification.service';

describe('awards', () => {
  const clock = new FixedClock(new Date('2026-11-22T14:32:00Z'));
  const officer = '0195c0de-0000-7000-8000-00000000000f';
  const second = '0195c0de-0000-7000-8000-00000000000e';
  let database: TestDatabase;
  let nest: TestingModule;
  let given: Learners;
  let transactions: Transactions;
  let queue: Queue;
  let conduct: string;

  beforeAll(async () => {
    database = await cloneDatabase();
    const config = testConfig(database.url, { DEMO: 'true' });
    nest = await Test.createTestingModule({
      imports: [
        PlatformModule.with(config, database.source, { clock }),
        QueueModule.forUrl(database.url),
        AccreditationModule,
      ],
    }).compile();
    await nest.init();
    given = new Learners(database.source);
    for (const id of [officer, second]) await given.anOfficer(id);
    transactions = nest.get(Transactions);
    queue = nest.get(getQueueToken(QUEUES.certificates), { strict: false });
    conduct = await given.aPublishedCoreModule();
  });
  afterAll(async () => {
    await nest.close();
    await database.drop();
  });

  /** As the tracker does it: the result and the announcement in one transaction. */
  const complete = (personId: string, courseId: string, before: () => Promise<void> = async () => {}) =>
    transactions.run(async (tx) => {
      await given.hasCompleted(personId, courseId, { tx });
      await before();
      const event = new CourseCompleted(personId, courseId, '', '', '', clock.now(), 1500, 90);
      await nest.get(Announcements).announce(tx, event);
    });
  const revoke = async (id: string) => {
    const proposal = await nest.get(Revocations).propose(id, { by: officer, reason: 'Awarded in error' });
    await nest.get(Revocations).confirm(id, proposal, second);
  };
  const certificatesOf = (personId: string) => nest.get(Certificates).byPerson(personId);

  it('come with the last requirement, in the same transaction, with a number and a job', async () => {
    const person = await given.aMember();
    await complete(person, conduct);
    const [certificate, ...others] = await certificatesOf(person);
    expect(others).toEqual([]);
    expect(certificate!.number).toMatch(/^NMC-2026-/);
    expect(certificate!.facts).toMatchObject({
      council: 'Northmoor County Council',
      holder: 'Siân Rees-Pritchard',
      scheme: 'Core skills',
      edition: { number: 1, en: 'Edition 1' },
      requirements: [{ title: 'The code of conduct', how: 'module', on: '2026-11-22', score: 90 }],
      learningSeconds: 1500,
      awardedOn: '2026-11-22',
      validUntil: '2030-11-22',
      number: certificate!.number,
    });
    expect(certificate!.facts.signatories).toHaveLength(2);
    const { data, opts } = printJob({ id: certificate!.id, revision: 1 });
    await nest.get(CertificateQueue).addNow();
    expect(await queue.getJob(opts.jobId)).toMatchObject({ data });
  });

  it('are not made when the transaction fails', async () => {
    const person = await given.aMember();
    await expect(
      transactions.run(async (tx) => {
        await given.hasCompleted(person, conduct, { tx });
        await nest.get(Awards).consider(tx, person, clock.now());
        throw new Error('the tracker had a problem');
      }),
    ).rejects.toThrow('the tracker had a problem');
    expect(await certificatesOf(person)).toEqual([]);
  });

  it('wait while a completion is hard to believe, and are made in the officer’s transaction who says that it counts', async () => {
    const person = await given.aMember();
    await given.hasCompleted(person, conduct);
    const attempt = await given.isDoubted(person, conduct);
    await transactions.run((tx) => nest.get(Awards).consider(tx, person, clock.now()));
    expect([await nest.get(Awards).considerOverdue(), await certificatesOf(person)]).toEqual([0, []]);
    await nest.get(Looks).look(attempt, { by: officer, counts: true, words: 'I sat beside her' });
    expect(await certificatesOf(person)).toMatchObject([{ facts: { requirements: [{ score: 90 }] } }]);
  });

  it('wait for whoever is at them before it is on record that a completion counts: they wait for the record', async () => {
    const person = await given.aMember();
    await given.hasCompleted(person, conduct);
    const attempt = await given.isDoubted(person, conduct);
    const look = () => nest.get(Looks).look(attempt, { by: officer, counts: true, words: 'I sat beside her' });
    const atThem: [string, string] = [
      `select pg_advisory_xact_lock(hashtextextended('award ' || $1::uuid, 0))`,
      person,
    ];
    await besideWhoRecords(database, atThem, look);
    expect(await certificatesOf(person)).toHaveLength(1);
  });

  it('are made once, however often the completion is announced', async () => {
    const person = await given.aMember();
    await complete(person, conduct);
    await Promise.all(
      [1, 2, 3, 4].map(() => transactions.run((tx) => nest.get(Awards).consider(tx, person, clock.now()))),
    );
    expect(await certificatesOf(person)).toHaveLength(1);
  });

  it('are made once when the last two modules are completed at the same moment', async () => {
    const finance = await given.aPublishedCoreModule('Local government finance');
    try {
      for (let round = 0; round < 10; round++) {
        const person = await given.aMember();
        let arrived = 0;
        const bothWroteTheirResult = () =>
          new Promise<void>((done) => {
            arrived++;
            const look = () => (arrived === 2 ? done() : setTimeout(look, 2));
            look();
          });
        await Promise.all([
          complete(person, conduct, bothWroteTheirResult),
          complete(person, finance, bothWroteTheirResult),
        ]);
        expect(await certificatesOf(person)).toHaveLength(1);
      }
    } finally {
      await database.source.query('update course set core = false where id = $1', [finance]);
    }
  });

  it('wait until every published core module is completed, and are not taken away by a later one', async () => {
    const [early, late] = [await given.aMember('Early Bird'), await given.aMember('Late Riser')];
    await complete(early, conduct);
    const safety = await given.aPublishedCoreModule('Personal safety');
    await complete(late, conduct);
    expect(await certificatesOf(late)).toEqual([]);
    expect(nest.get(Certificates).validity((await certificatesOf(early))[0]!)).toBe('valid');
    await complete(late, safety);
    const [certificate] = await certificatesOf(late);
    expect(readFacts(certificate!.facts).requirements.map(({ title }) => title)).toEqual([
      'Personal safety',
      'The code of conduct',
    ]);
    await database.source.query('update course set core = false where id = $1', [safety]);
  });

  it('reach those who met the rest before, when a module ceases to be a core module', async () => {
    const safety = await given.aPublishedCoreModule('Lone working');
    const person = await given.aMember();
    await complete(person, conduct);
    expect(await nest.get(Awards).considerOverdue()).toBe(0);
    await database.source.query('update course set core = false where id = $1', [safety]);
    // Somebody of an earlier test waited for another module that is no core module any more.
    expect(await nest.get(Awards).considerOverdue()).toBeGreaterThan(0);
    expect(await certificatesOf(person)).toHaveLength(1);
    expect(await nest.get(Awards).considerOverdue()).toBe(0);
  });

  describe('and their certificates', () => {
    it('say that they are revoked, and not why', async () => {
      const person = await given.aMember();
      await complete(person, conduct);
      const [certificate] = await certificatesOf(person);
      await revoke(certificate!.id);
      const check = await nest.get(Verification).check(certificate!.number);
      expect(check).toMatchObject({ certificate: { state: 'revoked', revokedOn: '2026-11-22' } });
      expect(JSON.stringify(check)).not.toContain('error');
    });

    it('are replaced after a change of name, and the old number leads to the new one', async () => {
      const person = await given.aMember('Old Name');
      await complete(person, conduct);
      const [old] = await certificatesOf(person);
      await database.source.query(`update person set name = 'New Name' where id = $1`, [person]);
      const next = await nest.get(Certificates).replace(old!.id, { by: officer, reason: 'Change of name' });
      const replacement = await nest.get(Certificates).find(next);
      expect(replacement).toMatchObject({ state: 'issued', holderName: 'New Name', awardId: old!.awardId });
      expect(await nest.get(Verification).check(old!.number)).toMatchObject({
        certificate: { state: 'replaced', replacedBy: replacement!.number, facts: { holder: 'O. N.' } },
      });
    });

    it('show the full name to whoever has the secret, and initials to everybody else', async () => {
      const person = await given.aMember('Gwen Davies');
      await complete(person, conduct);
      const { number, secret } = (await certificatesOf(person))[0]!;
      const verification = nest.get(Verification);
      expect(await verification.check(number, secret)).toMatchObject({
        certificate: { facts: { holder: 'Gwen Davies' } },
      });
      for (const wrong of [undefined, '', 'x', `${secret}x`, secret.toUpperCase()]) {
        expect(JSON.stringify(await verification.check(number, wrong))).not.toContain('Davies');
      }
      expect(await verification.belongsTo(number, 'Cllr gwen DAVIES')).toBe(true);
      expect(await verification.belongsTo(number, 'Gwen Jones')).toBe(false);
    });

    it('are found in the register by name, number and state, page by page', async () => {
      const service = nest.get(Certificates);
      const all = await service.register({ page: 1 });
      expect(all.certificates).toHaveLength(all.total);
      const [one] = all.certificates;
      expect((await service.register({ q: one!.number.toLowerCase().replaceAll('-', ' '), page: 1 })).total).toBe(1);
      expect((await service.register({ q: 'gwen d', page: 1 })).total).toBe(1);
      expect((await service.register({ q: '%', page: 1 })).total).toBe(0);
      expect((await service.register({ state: 'revoked', page: 1 })).total).toBe(1);
      expect((await service.register({ state: 'expired', page: 1 })).total).toBe(0);
      clock.set('2031-01-01T09:00:00Z');
      expect((await service.register({ state: 'valid', page: 1 })).total).toBe(0);
      clock.set('2026-11-22T14:32:00Z');
      expect((await service.register({ page: 99 })).certificates).toEqual([]);
    });

    it('are sent again only when they are printed', async () => {
      const person = await given.aMember();
      await complete(person, conduct);
      const [certificate] = await certificatesOf(person);
      const service = nest.get(Certificates);
      await expect(service.resend(certificate!.id, officer)).rejects.toThrow(CertificateIsBeingPrepared);
      const [prints, kind] = [printsOf(nest), nest.get(PrintedCertificates)];
      const held = await prints.take(kind, certificate!.id, officer);
      if (typeof held === 'string') throw new Error(held);
      expect(held.document.number).toBe(certificate!.number);
      expect(await prints.take(kind, certificate!.id, person)).toBe('taken');
      await prints.store(kind, held, Buffer.from('%PDF'));
      expect(await prints.take(kind, certificate!.id, person)).toBe('done');
      await service.resend(certificate!.id, officer);
      const letters = await database.source.query<{ dedupe_key: string; body_text: string }[]>(
        'select dedupe_key, body_text from mail where recipient = $1 order by dedupe_key desc',
        [`${person}@northmoor.example`],
      );
      expect(letters.map(({ dedupe_key }) => dedupe_key)).toEqual([
        `certificate:${certificate!.id}:issued`,
        `certificate:${certificate!.id}:again:2026-11-22T14:32`,
      ]);
      expect(letters[0]!.body_text).toContain(certificate!.number);
      expect(letters[0]!.body_text).not.toContain(certificate!.secret);
    });

    it('are announced to nobody when they were replaced while they were printed', async () => {
      const person = await given.aMember();
      await complete(person, conduct);
      const [old] = await certificatesOf(person);
      const [prints, kind] = [printsOf(nest), nest.get(PrintedCertificates)];
      const held = await prints.take(kind, old!.id, officer);
      if (typeof held === 'string') throw new Error(held);
      await nest.get(Certificates).replace(old!.id, { by: officer, reason: 'Change of name' });
      await prints.store(kind, held, Buffer.from('%PDF of one that was replaced'));
      expect(
        await database.source.query('select from mail where recipient = $1', [`${person}@northmoor.example`]),
      ).toEqual([]);
    });

    it('that could not be printed are listed with the reason, and tried again', async () => {
      const person = await given.aMember();
      await complete(person, conduct);
      const [certificate] = await certificatesOf(person);
      const [prints, kind] = [printsOf(nest), nest.get(PrintedCertificates)];
      const held = await prints.take(kind, certificate!.id, officer);
      if (typeof held === 'string') throw new Error(held);
      await prints.failed(kind, held, new Error('The browser would not start'));
      const service = nest.get(Certificates);
      expect(await service.failedJobs()).toMatchObject([
        { kind: 'certificate', id: certificate!.id, about: certificate!.number, error: 'The browser would not start' },
      ]);
      await service.retry(certificate!.id, officer);
      expect(await service.failedJobs()).toEqual([]);
    });

    it('leave no way to be printed twice at once, and free a dead worker’s lease', async () => {
      const person = await given.aMember();
      await complete(person, conduct);
      const [certificate] = await certificatesOf(person);
      const [prints, kind] = [printsOf(nest), nest.get(PrintedCertificates)];
      const leases = await Promise.all(
        Array.from({ length: 8 }, (_, at) => prints.take(kind, certificate!.id, officer.replace(/.$/, String(at)))),
      );
      expect(leases.filter((lease) => typeof lease === 'object')).toHaveLength(1);
      clock.advance(6000);
      expect(await prints.take(kind, certificate!.id, officer)).toHaveProperty('document');
    });
  });
});
