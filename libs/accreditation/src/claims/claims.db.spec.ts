import { Awarding } from '../../../../test/support/awarding';
import { Certificates } from '../acts/certificates.service';
import { NotAFileThatShows } from '../attached/attached-file.errors';
import { ClaimIsDecided, ClaimWaits, NotClaimable, OwnClaim, SecondOfficerDecides } from './claim.errors';
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

  it('are walled in: one officer alone makes no outside certificate count', async () => {
    const { id } = await sent({ kind: 'outside_certificate' });
    const alone = `update claim set accepted = true, decided_by = '${olive}', decided_at = now(), decision = 'x' where id = '${id}'`;
    await expect(awarding.database.asOwner(alone)).rejects.toThrow('claim_takes_two');
  });
});
