import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClosedWhy, Round } from '../rules/round';
import { TestRoundTesterEntity } from '../rules/test-round-tester.entity';
import { TestRoundEntity } from '../rules/test-round.entity';

@Injectable()
export class RoundRepository {
  constructor(private readonly source: DataSource) {}

  async find(id: string, tx: EntityManager = this.source.manager): Promise<Round | undefined> {
    return (await tx.findOneBy(TestRoundEntity, { id })) ?? undefined;
  }

  async openOn(tx: EntityManager, versionId: string): Promise<Round | undefined> {
    return (await tx.findOneBy(TestRoundEntity, { versionId, state: 'open' })) ?? undefined;
  }

  /** The course's newest round, and who tests in it. */
  async newest(tx: EntityManager, courseId: string): Promise<{ round: Round; testers: string[] } | undefined> {
    const round = await tx.findOne(TestRoundEntity, { where: { courseId }, order: { number: 'desc' } });
    return round ? { round, testers: await this.testers(tx, round.id) } : undefined;
  }

  /** Open ones whose deadline has passed. */
  async due(now: Date): Promise<string[]> {
    const rows = await this.source.query<Pick<TestRoundEntity, 'id'>[]>(
      `select id from test_round where state = 'open' and deadline <= $1 order by deadline`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns its number. The course is locked. */
  async add(tx: EntityManager, round: Omit<Round, 'number' | 'state' | 'closedAt' | 'closedWhy'>): Promise<number> {
    const [row] = await tx.query<Pick<TestRoundEntity, 'number'>[]>(
      `insert into test_round (id, course_id, version_id, package_sha256, number, focus, checklist, quorum, deadline,
         opened_by, opened_at)
       select $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6, $7, $8, $9, $10 from test_round where course_id = $2
       returning number`,
      [
        round.id,
        round.courseId,
        round.versionId,
        round.packageSha256,
        round.focus,
        JSON.stringify(round.checklist),
        round.quorum,
        round.deadline,
        round.openedBy,
        round.openedAt,
      ],
    );
    return row!.number;
  }

  async close(tx: EntityManager, id: string, why: ClosedWhy, at: Date): Promise<void> {
    await tx.update(TestRoundEntity, id, { state: 'closed', closedWhy: why, closedAt: at });
  }

  async extend(tx: EntityManager, id: string, deadline: Date): Promise<void> {
    await tx.update(TestRoundEntity, id, { deadline });
  }

  /** @returns who was not among them before */
  async addTesters(tx: EntityManager, roundId: string, personIds: readonly string[], at: Date): Promise<string[]> {
    const rows = await tx.query<Pick<TestRoundTesterEntity, 'personId'>[]>(
      `insert into test_round_tester (round_id, person_id, invited_at)
       select $1, id, $3 from unnest($2::uuid[]) as id on conflict do nothing returning person_id as "personId"`,
      [roundId, personIds, at],
    );
    return rows.map(({ personId }) => personId);
  }

  async testers(tx: EntityManager, roundId: string): Promise<string[]> {
    const rows = await tx.query<Pick<TestRoundTesterEntity, 'personId'>[]>(
      'select person_id as "personId" from test_round_tester where round_id = $1 order by person_id',
      [roundId],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Who has not decided. @param nudgedBefore and was not nudged since */
  async undecided(
    tx: EntityManager,
    roundId: string,
    { nudgedBefore }: { nudgedBefore?: Date } = {},
  ): Promise<string[]> {
    const rows = await tx.query<Pick<TestRoundTesterEntity, 'personId'>[]>(
      `select t.person_id as "personId" from test_round_tester t
       where t.round_id = $1 and ($2::timestamptz is null or t.nudged_at is null or t.nudged_at <= $2)
         and not exists (select from sign_off s where s.round_id = t.round_id and s.person_id = t.person_id)
       order by 1`,
      [roundId, nudgedBefore ?? null],
    );
    return rows.map(({ personId }) => personId);
  }

  async nudged(tx: EntityManager, roundId: string, personIds: readonly string[], at: Date): Promise<void> {
    await tx.query('update test_round_tester set nudged_at = $3 where round_id = $1 and person_id = any($2)', [
      roundId,
      personIds,
      at,
    ]);
  }

  async couldNotFinish(tx: EntityManager, roundId: string, personId: string, why: string, at: Date): Promise<void> {
    const said = { couldNotFinishAt: at, couldNotFinishWhy: why };
    await tx.update(TestRoundTesterEntity, { roundId, personId }, said);
  }
}
