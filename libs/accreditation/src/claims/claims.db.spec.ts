import { PersonNotFound } from '@induct/people';
import { Awarding } from '../../../../test/support/awarding';
import { besideWhoRecords } from '../../../../test/support/beside-who-records';
import { Certificates } from '../acts/certificates.service';
import { NotAFileThatShows } from '../attached/attached-file.errors';
import {
  ClaimIsDecided,
  ClaimIsTakenBack,
  ClaimNotFound,
  ClaimWaits,
  EnteredForOneself,
  NotClaimable,
  OtherOfficerDecides,
  OwnClaim,
  SecondOfficerDecides,
} from './claim.errors';
import { Claims, type SentClaim } from './claims.service';

const PDF = Buffer.from('%PDF-1.7 a certificate');

describe('claims', () => {
  let awarding: Awarding;
  let claims: Claims;
  let [course, slug] = ['', ''];
  const [olive, piet] = ['0195c0de-0000-7000-8000-00000000000f', '0195c0de-0000-7000-8000-00000000000e'];
  beforeAll(async () => {
    awarding = await Awarding.begin();
    claims = awarding.nest.get(Claims);
    for (const id of [olive, piet]) await awarding.given.anOfficer(id);
    course = await awarding.given.aPublishedCoreModule();
    // The sweeper finds what was published as rows.
    await awarding.awards.considerOverdue();
    slug = course;
  });
  afterAll(() => awarding?.end());

  const sent = async (more: Partial<SentClaim> = {}) => {
    const personId = await awarding.given.aMember();
    const claim = {
      personId,
      slug,
      kind: 'prior_learning',
      doneOn: '2026-05-18',
      validUntil: null,
      words: 'At Kent',
    } as const;
    return { personId, id: await claims.send({ ...claim, ...more }) };
  };
  const accept = (id: string, by = olive) => claims.decide(id, { by, accepted: true, words: 'I know the course' });
  const certificates = (personId: string) => awarding.nest.get(Certificates).byPerson(personId);
  const evidence = (personId: string) =>
    awarding.database.source.query<object[]>(
      'select kind, source, met_on::text, valid_until::text, accepted_by from evidence where person_id = $1',
      [personId],
    );

  it('wait for whoever is at the awards of somebody before anything is on record: they wait for the record', async () => {
    const { personId, id } = await sent();
    const atThem: [string, string] = [
      `select pg_advisory_xact_lock(hashtextextended('award ' || $1::uuid, 0))`,
      personId,
    ];
    expect(await besideWhoRecords(awarding.database, atThem, () => accept(id))).toBe('decided');
  });

  it('that are accepted are evidence, and make the award when nothing else is missing, with one letter', async () => {
    const { personId, id } = await sent();
    expect([await evidence(personId), await certificates(personId)]).toEqual([[], []]);
    expect(await accept(id)).toBe('decided');
    expect(await evidence(personId)).toEqual([
      { kind: 'prior_learning', source: id, met_on: '2026-05-18', valid_until: null, accepted_by: olive },
    ]);
    expect(await certificates(personId)).toMatchObject([
      {
        facts: {
          requirements: [{ title: 'The code of conduct', how: 'prior_learning', on: '2026-05-18' }],
          learningSeconds: 0,
          awardedOn: '2026-11-22',
        },
      },
    ]);
    const letters = await awarding.database.source.query<{ body_text: string }[]>(
      `select body_text from letter_standing where dedupe_key = $1`,
      [`claim:${id}:decision`],
    );
    expect(letters).toEqual([{ body_text: expect.stringContaining('The officer says: I know the course') }]);
  });

  it('that are refused count for nothing, and may be sent in again', async () => {
    const { personId, id } = await sent({ kind: 'recording' });
    await claims.decide(id, { by: olive, accepted: false, words: 'That was another recording' });
    expect(await evidence(personId)).toEqual([]);
    awarding.clock.advance(1000);
    await sent({ personId, kind: 'recording' });
    expect(await claims.ofPerson(personId)).toMatchObject([
      { decidedAt: null },
      { accepted: false, decision: 'That was another recording' },
    ]);
  });

  it('wait one at a time: of each kind, for each requirement', async () => {
    const { personId } = await sent();
    await expect(sent({ personId })).rejects.toThrow(ClaimWaits);
    await sent({ personId, kind: 'recording' });
    await expect(sent({ slug: 'nothing' })).rejects.toThrow(NotClaimable);
  });

  it('of a certificate from elsewhere take two officers, and count as long as it does', async () => {
    const { personId, id } = await sent({ kind: 'outside_certificate', file: PDF, validUntil: '2028-05-17' });
    expect(await accept(id)).toBe('second waits');
    expect(await evidence(personId)).toEqual([]);
    await expect(accept(id)).rejects.toThrow(SecondOfficerDecides);
    expect(await accept(id, piet)).toBe('decided');
    expect(await evidence(personId)).toMatchObject([{ valid_until: '2028-05-17', accepted_by: piet }]);
  });

  it('are decided once, by nobody whose own they are', async () => {
    const { id } = await sent();
    await accept(id);
    await expect(accept(id, piet)).rejects.toThrow(ClaimIsDecided);
    const { id: own } = await sent({ personId: olive });
    await expect(accept(own)).rejects.toThrow(OwnClaim);
  });

  it('are taken back by whoever they are of, as long as they wait, and may be sent in again', async () => {
    const { personId, id } = await sent();
    await expect(claims.takeBack(id, olive)).rejects.toThrow(ClaimNotFound);
    await claims.takeBack(id, personId);
    expect(await claims.find(id)).toMatchObject({ takenBackAt: awarding.clock.now(), decidedAt: null });
    expect((await claims.waiting(100, 0)).rows.map((claim) => claim.id)).not.toContain(id);
    const [waits] = await awarding.database.source.query<object[]>(
      'select count(*)::int as it from accreditation_waiting where id = $1',
      [id],
    );
    expect(waits).toEqual({ it: 0 });
    await expect(accept(id)).rejects.toThrow(ClaimIsTakenBack);
    await expect(claims.takeBack(id, personId)).rejects.toThrow(ClaimIsTakenBack);
    expect(await evidence(personId)).toEqual([]);
    const { id: again } = await sent({ personId });
    await accept(again);
    await expect(claims.takeBack(again, personId)).rejects.toThrow(ClaimIsDecided);
    const audited = await awarding.database.source.query<object[]>(
      `select actor_id as actor, detail ->> 'claimId' as claim from audit_event
        where action = 'claim.taken-back' and subject_id = $1`,
      [personId],
    );
    expect(audited).toEqual([{ actor: personId, claim: id }]);
  });

  it('are taken back or decided, whoever comes first', async () => {
    for (let round = 0; round < 5; round++) {
      const { personId, id } = await sent();
      const tries = await Promise.allSettled([claims.takeBack(id, personId), accept(id)]);
      const [lost, ...others] = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
      expect(others).toEqual([]);
      const isTaken = (await claims.find(id)).takenBackAt !== null;
      expect(lost).toBeInstanceOf(isTaken ? ClaimIsTakenBack : ClaimIsDecided);
      expect(await evidence(personId)).toHaveLength(isTaken ? 0 : 1);
    }
  });

  it('come with a file that is what it begins with, of 10 MB at most', async () => {
    for (const file of [
      Buffer.from('GIF89a'),
      Buffer.from('<svg>'),
      Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]),
    ]) {
      await expect(sent({ file })).rejects.toThrow(NotAFileThatShows);
    }
    const { id } = await sent({ file: PDF });
    expect(await claims.find(id)).toMatchObject({ fileType: 'application/pdf' });
    const [needed] = await awarding.database.source.query(
      `select file_is_needed(sha256) as needed from claim_file where claim_id = $1`,
      [id],
    );
    expect(needed).toEqual({ needed: true });
  });

  it.each([
    `update claim set words = 'other' where decided_at is null`,
    `update claim set accepted = false where decided_at is not null`,
    `update claim set first_by = null where first_by is not null`,
    `delete from claim`,
  ])('stay as they were, whoever writes: %s', async (change) => {
    await sent({ kind: 'outside_certificate' }).then(({ id }) => accept(id));
    await expect(awarding.database.asOwner(change)).rejects.toThrow('decided once');
  });

  describe('that an officer entered for the member', () => {
    const [vera] = ['0195c0de-0000-7000-8000-00000000000d'];
    beforeAll(() => awarding.given.anOfficer(vera));
    const entered = async (more: Partial<SentClaim> = {}, by = olive) => {
      const personId = more.personId ?? (await awarding.given.aMember());
      const claim = {
        slug,
        kind: 'prior_learning',
        doneOn: '2026-05-18',
        validUntil: null,
        words: 'Told me so',
      } as const;
      return { personId, id: await claims.enter({ ...claim, ...more, personId, by }) };
    };
    const lettersOf = (id: string) =>
      awarding.database.source.query<{ key: string; text: string }[]>(
        `select dedupe_key as key, body_text as text from letter_standing where dedupe_key like $1 order by dedupe_key`,
        [`claim:${id}:%`],
      );

    it('are theirs, who are told, and count when another officer accepts them, never who entered them', async () => {
      const { personId, id } = await entered({ file: PDF });
      expect(await claims.ofPerson(personId)).toMatchObject([
        { id, personId, enteredBy: olive, fileType: 'application/pdf' },
      ]);
      expect(await lettersOf(id)).toEqual([
        { key: `claim:${id}:entered`, text: expect.stringContaining('another officer looks at it first') },
      ]);
      for (const accepted of [true, false])
        await expect(claims.decide(id, { by: olive, accepted, words: 'My own' })).rejects.toThrow(OtherOfficerDecides);
      await expect(accept(id, personId)).rejects.toThrow(OwnClaim);
      expect(await evidence(personId)).toEqual([]);
      expect(await accept(id, piet)).toBe('decided');
      expect(await evidence(personId)).toMatchObject([{ source: id, accepted_by: piet }]);
      expect((await lettersOf(id)).map(({ key }) => key)).toEqual([`claim:${id}:decision`, `claim:${id}:entered`]);
    });

    it('of a certificate from elsewhere take one other: who entered it is the first of the two', async () => {
      const { personId, id } = await entered({ kind: 'outside_certificate', file: PDF });
      await expect(accept(id, olive)).rejects.toThrow(OtherOfficerDecides);
      expect(await evidence(personId)).toEqual([]);
      expect(await accept(id, piet)).toBe('decided');
      expect(await evidence(personId)).toMatchObject([{ source: id, accepted_by: piet }]);
    });

    it('tell both why they are refused, in the same words', async () => {
      const { id } = await entered();
      await claims.decide(id, { by: piet, accepted: false, words: 'That was another council' });
      const says = expect.stringContaining('The officer says: That was another council');
      expect(await lettersOf(id)).toMatchObject([
        { key: `claim:${id}:decision`, text: says },
        { key: `claim:${id}:entered` },
        { key: `claim:${id}:entered-refused`, text: says },
      ]);
    });

    it('tell the officer when the member takes them back', async () => {
      const { personId, id } = await entered();
      await claims.takeBack(id, personId);
      expect(await lettersOf(id)).toEqual([
        { key: `claim:${id}:entered`, text: expect.stringContaining('you can take it back') },
        { key: `claim:${id}:entered-taken-back`, text: expect.stringContaining('has taken back what you entered') },
      ]);
    });

    it('are for nobody who enters them, for nobody who is shut out, and wait one at a time beside what the member sends', async () => {
      await expect(entered({ personId: olive })).rejects.toThrow(EnteredForOneself);
      const gone = await awarding.given.aMember();
      await awarding.database.source.query('update person set deactivated_at = now() where id = $1', [gone]);
      await expect(entered({ personId: gone })).rejects.toThrow(PersonNotFound);
      expect(await claims.ofPerson(gone)).toEqual([]);
      const { personId } = await entered();
      await expect(sent({ personId })).rejects.toThrow(ClaimWaits);
      const twice = await awarding.given.aMember();
      const both = await Promise.allSettled([entered({ personId: twice }), entered({ personId: twice }, piet)]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });

    it('are accepted by nobody who became an officer just now', async () => {
      const { id } = await entered();
      const fresh = await awarding.given.aMember();
      await awarding.database.source.query(
        `insert into person_role (person_id, role, confirms_from) values ($1, 'officer', '2026-11-23T14:00:00Z')`,
        [fresh],
      );
      await expect(accept(id, fresh)).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    });

    it.each([
      [
        'claim_entered_for_another',
        `insert into claim (id, person_id, entered_by, requirement_id, kind, done_on, words, sent_at)
         select gen_random_uuid(), person_id, person_id, requirement_id, 'recording', done_on, words, sent_at from claim where id = $1`,
      ],
      [
        'claim_decided_by_another',
        `update claim set accepted = true, decided_by = entered_by, decided_at = now(), decision = 'x'
          where id = $1`,
      ],
      ['decided once', `update claim set entered_by = null where id = $1`],
      [
        'claim_taken_back_undecided',
        `update claim set taken_back_at = now(), accepted = false, decided_by = '${piet}', decided_at = now(), decision = 'x'
          where id = $1`,
      ],
      [
        'taken back once',
        `update claim set taken_back_at = now() where id = $1; update claim set taken_back_at = null where id = $1`,
      ],
    ])('are walled in: %s', async (says, change) => {
      const { id } = await entered();
      await expect(awarding.database.asOwner(change.replaceAll('$1', `'${id}'`))).rejects.toThrow(says);
    });
  });

  it('are walled in: one officer alone makes no outside certificate count', async () => {
    const { id } = await sent({ kind: 'outside_certificate' });
    const alone = `update claim set accepted = true, decided_by = '${olive}', decided_at = now(), decision = 'x' where id = '${id}'`;
    await expect(awarding.database.asOwner(alone)).rejects.toThrow('claim_takes_two');
  });
});
