import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { FeedbackRoundEntity } from './feedback-round.entity';
import type { FeedbackStage } from './timetable';

const ROUND = `session_id as "sessionId", stage, revision, outcomes, asked, opened_on::text as "openedOn",
  closes_on::text as "closesOn", forgotten_from::text as "forgottenFrom", results, results_at as "resultsAt", changed,
  changed_at as "changedAt", changed_by as "changedBy"`;

/** What is asked about a session, until when, and what came of it. */
@Injectable()
export class FeedbackRoundRepository {
  constructor(private readonly source: DataSource) {}

  /** Until the end of the transaction nobody else answers about the session, or closes that. */
  async alone(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('feedback ' || $1::uuid, 0))`, [sessionId]);
  }

  async round(
    sessionId: string,
    stage: FeedbackStage,
    tx: EntityManager = this.source.manager,
  ): Promise<FeedbackRoundEntity | undefined> {
    const [row] = await tx.query<FeedbackRoundEntity[]>(
      `select ${ROUND} from feedback_round where session_id = $1 and stage = $2`,
      [sessionId, stage],
    );
    return row;
  }

  /** Of a session, the first stage first. */
  ofSession(sessionId: string): Promise<FeedbackRoundEntity[]> {
    return this.source.query<FeedbackRoundEntity[]>(
      `select ${ROUND} from feedback_round where session_id = $1 order by stage`,
      [sessionId],
    );
  }

  async open(
    tx: EntityManager,
    round: Omit<FeedbackRoundEntity, 'results' | 'resultsAt' | 'changed' | 'changedAt' | 'changedBy'>,
  ): Promise<void> {
    await tx.insert(FeedbackRoundEntity, round);
  }

  /** Rounds in which no answer is taken any more, and whose results are not worked out. */
  toClose(today: Day): Promise<Pick<FeedbackRoundEntity, 'sessionId' | 'stage'>[]> {
    return this.source.query<Pick<FeedbackRoundEntity, 'sessionId' | 'stage'>[]>(
      `select session_id as "sessionId", stage from feedback_round where results is null and closes_on < $1
        order by session_id, stage`,
      [today],
    );
  }

  async change(
    tx: EntityManager,
    sessionId: string,
    stage: FeedbackStage,
    change: Partial<FeedbackRoundEntity>,
  ): Promise<void> {
    await tx.update(FeedbackRoundEntity, { sessionId, stage }, change as object);
  }

  /** Who was asked about a session, and their answers one by one, go when nobody is asked any more. Results stay. */
  async forget(tx: EntityManager, today: Day): Promise<void> {
    const over = `select r.session_id from feedback_round r where r.stage = 'after' and r.forgotten_from <= $1
       and not exists (select from feedback_round o where o.session_id = r.session_id and o.results is null)`;
    await tx.query(`delete from feedback_invitation where session_id in (${over})`, [today]);
    await tx.query(`delete from feedback_answer where session_id in (${over})`, [today]);
  }
}
