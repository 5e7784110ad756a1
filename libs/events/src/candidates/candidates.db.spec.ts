import { randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { EventsModule } from '../events.module';
import { ProgrammeVersions } from '../versions/programme-versions.service';
import { ShownVersions } from '../versions/shown-versions.queries';
import { CandidateHasTheLetter, CandidateNotFound, NoPollIsSet, PollIsOver } from './candidate.errors';
import { CandidateLetters } from './candidate-letters';
import { CandidateLettersModule } from './candidate-letters.module';
import { Candidates } from './candidates.service';

const POLL = '2027-05-06';
const ANN = { name: 'Ann Baker', email: 'ann@example.org' };
const BOB = { name: 'Bob Cole', email: 'bob@example.org' };

describe('candidates who get the programme', () => {
  const clock = new FixedClock();
  let database: TestDatabase;
  let parts: TestingModule;
  let candidates: Candidates;
  let id = '';
  let officer = '';
  beforeAll(async () => {
    database = await cloneDatabase();
    const platform = PlatformModule.with(testConfig(database.url), database.source, { clock });
    parts = await Test.createTestingModule({ imports: [platform, EventsModule, CandidateLettersModule] }).compile();
    candidates = parts.get(Candidates);
    officer = await aPerson(database.source, { roles: ['officer'] });
    clock.set('2027-03-01T10:00:00Z');
    const days = { firstDay: '2027-05-10', lastDay: '2028-04-30' };
    const slug = await parts.get(ProgrammeVersions).add({ title: 'Induction 2027–28', ...days }, officer);
    id = (await parts.get(ShownVersions).of(slug)).programme.id;
  });
  afterAll(async () => {
    await parts?.close();
    await database?.drop();
  });

  const look = (at: string) => (clock.set(at), parts.get(CandidateLetters).look());
  const letters = () =>
    database.source.query<{ key: string; to: string; words: string }[]>(
      `select dedupe_key as key, recipient as to, body_text as words from mail where dedupe_key like 'programme:%' order by recipient`,
    );
  const list = async () => (await candidates.page(id, { limit: 10, offset: 0 })).rows;
  /** As if it had come all the way: a version that is published. */
  const publish = async () => {
    const second = await aPerson(database.source);
    await database.source.transaction(async (tx) => {
      const version = randomUUID();
      await tx.query(
        `insert into programme_version (id, programme_id, number, facts, state, frozen_at, frozen_by) values ($1, $2, 1, '{"sessions": []}', 'draft', now(), $3)`,
        [version, id, officer],
      );
      await tx.query(
        `update programme_version set state = 'proposed', proposed_at = now(), proposed_by = $2 where id = $1`,
        [version, officer],
      );
      await tx.query(
        `insert into programme_decision (id, version_id, decision, meeting_on, minute, recorded_at, recorded_by, confirmed_at, confirmed_by)
         values (gen_random_uuid(), $1, 'approved', '2027-03-01', '7', now(), $2, now(), $3)`,
        [version, officer, second],
      );
      await tx.query(`update programme_version set state = 'approved' where id = $1`, [version]);
      await tx.query(
        `update programme_version set state = 'published', published_at = now(), published_by = $2 where id = $1`,
        [version, officer],
      );
    });
  };

  it('are of a poll that is to come, and each is there once', async () => {
    await expect(candidates.add(id, [ANN], officer)).rejects.toThrow(NoPollIsSet);
    await expect(candidates.setPoll(id, '2027-02-01', officer)).rejects.toThrow(PollIsOver);
    await candidates.setPoll(id, POLL, officer);
    expect(await candidates.add(id, [ANN, BOB, { ...ANN, email: 'ANN@example.org' }], officer)).toBe(2);
    expect(await candidates.add(id, [ANN], officer)).toBe(0);
    expect((await list()).map(({ name }) => name)).toEqual(['Ann Baker', 'Bob Cole']);
    const record = await database.source.query<{ detail: object }[]>(
      `select detail from audit_event where action like 'programme.candidate%'`,
    );
    expect(JSON.stringify(record)).not.toMatch(/Ann|example/);
  });

  it('get nothing before nominations are closed and a version is published, nor at night', async () => {
    await look('2027-04-20T09:00:00Z');
    expect(await letters()).toEqual([]);
    await publish();
    // Nineteen working days before 6 May 2027, which count no Sunday, no Good Friday and no May Day: 8 April.
    await look('2027-04-08T14:59:00Z');
    await look('2027-04-08T21:00:00Z');
    expect(await letters()).toEqual([]);
  });

  it('get one letter with the page and the PDF, however many workers look, and none ever again', async () => {
    clock.set('2027-04-09T09:00:00Z');
    await Promise.all([1, 2, 3].map(() => parts.get(CandidateLetters).look()));
    await look('2027-04-12T09:00:00Z');
    const written = await letters();
    const [ann] = await list();
    expect(written.map(({ to }) => to)).toEqual([ANN.email, BOB.email]);
    expect(written[0]!.key).toBe(`programme:${id}:${ann!.id}`);
    expect(written[0]!.words).toMatch(
      /election on 6 May 2027[^]*\/programmes\/2027-28\n[^]*\/programmes\/2027-28\.pdf/,
    );
    await expect(candidates.remove(id, ann!.id, officer)).rejects.toThrow(CandidateHasTheLetter);
    await expect(candidates.remove(id, randomUUID(), officer)).rejects.toThrow(CandidateNotFound);
    await expect(
      database.asOwner(`update programme_candidate set sent_at = now() where id = '${ann!.id}'`),
    ).rejects.toThrow('once');
  });

  it('get it too who come later, but not who withdrew or after the poll', async () => {
    clock.set('2027-04-12T17:30:00Z');
    await candidates.add(
      id,
      [
        { name: 'Cy Dee', email: 'cy@example.org' },
        { name: 'Eve Fay', email: 'eve@example.org' },
      ],
      officer,
    );
    const eve = (await list()).find(({ name }) => name === 'Eve Fay')!;
    await candidates.remove(id, eve.id, officer);
    await look('2027-04-13T09:00:00Z');
    expect((await letters()).map(({ to }) => to)).toEqual([ANN.email, BOB.email, 'cy@example.org']);
    await candidates.add(id, [{ name: 'Late', email: 'late@example.org' }], officer);
    await look('2027-05-07T09:00:00Z');
    expect(await letters()).toHaveLength(3);
  });

  it('are forgotten 30 days after the poll; that they got it stays', async () => {
    await look('2027-06-05T09:00:00Z');
    expect(await list()).toHaveLength(4);
    await look('2027-06-06T09:00:00Z');
    const { rows, counts, total } = await candidates.page(id, { limit: 10, offset: 0 });
    expect({ rows, counts, total }).toEqual({ rows: [], counts: { all: 4, sent: 3, forgotten: 4 }, total: 0 });
    expect(
      await database.source.query(`select from programme_candidate where name is not null or email is not null`),
    ).toEqual([]);
  });

  it('are forgotten at once when no poll is set any more', async () => {
    clock.set('2027-06-07T09:00:00Z');
    await candidates.setPoll(id, '2027-09-02', officer);
    await candidates.add(id, [ANN], officer);
    await candidates.setPoll(id, null, officer);
    expect(await list()).toHaveLength(1);
    await look('2027-06-07T09:01:00Z');
    expect(await list()).toEqual([]);
  });
});
