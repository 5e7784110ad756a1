import { Injectable } from '@nestjs/common';
import type { RoleHeld } from '@induct/people';
import type { EntityManager } from 'typeorm';
import type { FeedbackAnswerEntity } from './feedback-answer.entity';
import type { FeedbackStage } from './timetable';

/** What was answered about a session; nothing in it says by whom. */
@Injectable()
export class FeedbackAnswerRepository {
  /** As what somebody answers. */
  async isMember(tx: EntityManager, personId: string): Promise<boolean> {
    const rows = await tx.query<Pick<RoleHeld, 'personId'>[]>(
      `select person_id as "personId" from role_held where person_id = $1 and role = 'member'`,
      [personId],
    );
    return rows.length > 0;
  }

  /**
   * Puts an answer among the others, and all of them in an order by chance under new ids: neither where it lies nor which
   * transaction wrote it tells it from any other.
   */
  async addAnswer(tx: EntityManager, answer: Omit<FeedbackAnswerEntity, 'id'>): Promise<void> {
    await tx.query(
      `with others as (delete from feedback_answer where session_id = $1 and stage = $2 returning audience, answers)
       insert into feedback_answer (id, session_id, stage, audience, answers)
       select gen_random_uuid(), $1, $2, a.audience, a.answers
         from (select audience, answers from others union all select $3, $4::jsonb) a order by random()`,
      [answer.sessionId, answer.stage, answer.audience, JSON.stringify(answer.answers)],
    );
  }

  answers(
    tx: EntityManager,
    sessionId: string,
    stage: FeedbackStage,
  ): Promise<Pick<FeedbackAnswerEntity, 'audience' | 'answers'>[]> {
    return tx.query<Pick<FeedbackAnswerEntity, 'audience' | 'answers'>[]>(
      'select audience, answers from feedback_answer where session_id = $1 and stage = $2',
      [sessionId, stage],
    );
  }
}
