import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClosedWhy, Round } from '../rules/round';

const ROUND = `
  select id, course_id as "courseId", version_id as "versionId", package_sha256 as "packageSha256", number, state, focus,
    checklist, quorum, deadline, opened_by as "openedBy", opened_at as "openedAt", closed_at as "closedAt",
    closed_why as "closedWhy"
  from test_round`;

@Injectable()
export class RoundRepository {
  constructor(private readonly source: DataSource) {}

  async find(id: string, tx: EntityManager = this.source.manager): Promise<Round | undefined> {
    const [round] = await tx.query<Round[]>(`${ROUND} where id = $1`, [id]);
    return round;
  }

  async openOn(tx: EntityManager, versionId: string): Promise<Round | undefined> {
    const [round] = await tx.query<Round[]>(`${ROUND} where version_id = $1 and state = 'open'`, [versionId]);
    return round;
  }

  /** The course's newest round, and who tests in it. */
  async newest(tx: EntityManager, courseId: string): Promise<{ round: Round; testers: string[] } | undefined> {
    const [round] = await tx.query<Round[]>(`${ROUND} where course_id = $1 order by number desc limit 1`, [courseId]);
    return round && { round, testers: await this.testers(tx, round.id) };
  }

  /** Open ones whose deadline has passed. */
  async due(now: Date): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `select id from test_round where state = 'open' and deadline <= $1 order by deadline`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns its number. The course is locked. */
  async add(tx: EntityManager, round: Omit<Round, 'number' | 'state' | 'closedAt' | 'closedWhy'>): Promise<number> {
    const [row] = await tx.query<{ number: number }[]>(
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
    await tx.query(`update test_round set state = 'closed', closed_why = $2, closed_at = $3 where id = $1`, [
      id,
      why,
      at,
    ]);
  }

  async extend(tx: EntityManager, id: string, deadline: Date): Promise<void> {
    await tx.query('update test_round set deadline = $2 where id = $1', [id, deadline]);
  }

  /** @returns who was not among them before */
  async addTesters(tx: EntityManager, roundId: string, personIds: readonly string[], at: Date): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(
      `insert into test_round_tester (round_id, person_id, invited_at)
       select $1, id, $3 from unnest($2::uuid[]) as id on conflict do nothing returning person_id as "personId"`,
      [roundId, personIds, at],
    );
    return rows.map(({ personId }) => personId);
  }

  async testers(tx: EntityManager, roundId: string): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(
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
    const rows = await tx.query<{ personId: string }[]>(
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
    await tx.query(
      `update test_round_tester set could_not_finish_at = $3, could_not_finish_why = $4
       where round_id = $1 and person_id = $2`,
      [roundId, personId, at, why],
    );
  }
}
