import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In } from 'typeorm';
import { LearningStatementEntity } from './statement.entity';
import { StatementSendingEntity } from './statement-sending.entity';
import type { AttemptToTell, LaunchToTell, Told } from './statement.rules';

export type WaitingStatement = Pick<LearningStatementEntity, 'id'> & {
  body: NonNullable<LearningStatementEntity['body']>;
};

interface RefusalCount extends Pick<LearningStatementEntity, 'refusal'> {
  count: number;
}

const ABOUT = `r.person_id as "personId", r.course_id as "courseId", r.id as "registrationId", a.version_id as "versionId",
    c.title, v.number`;
const JOINED = `join registration r on r.id = a.registration_id join course_current c on c.id = r.course_id
    join version_standing v on v.id = a.version_id`;
const BUSY_MINUTES = 5;

@Injectable()
export class StatementRepository {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** How far it has come. */
  async sending(): Promise<StatementSendingEntity | undefined> {
    const [row] = await this.source.query<StatementSendingEntity[]>(
      `select singleton, began_at as "beganAt", looked_until as "lookedUntil", busy_until as "busyUntil", failures, problem from learning_statement_sending`,
    );
    return row;
  }

  /** From now on; nothing of before is told. */
  async begin(now: Date): Promise<void> {
    await this.source.query(
      `insert into learning_statement_sending values (true, $1, $1, $1, 0, null) on conflict (singleton) do nothing`,
      [now],
    );
  }

  /** How far it has come: it begins anew. What was written down before stays. */
  async forget(): Promise<void> {
    await this.source.query('delete from learning_statement_sending');
  }

  /** One worker at a time, and after failures not at once. @returns undefined when it is not to be done now */
  async claim(now: Date): Promise<StatementSendingEntity | undefined> {
    const [rows] = await this.source.query<[StatementSendingEntity[], number]>(
      `update learning_statement_sending set busy_until = $1::timestamptz + $2 * interval '1 minute' where busy_until <= $1
       returning singleton, began_at as "beganAt", looked_until as "lookedUntil", busy_until as "busyUntil", failures, problem`,
      [now, BUSY_MINUTES],
    );
    return rows[0];
  }

  async turned(end: Omit<StatementSendingEntity, 'singleton' | 'beganAt'>): Promise<void> {
    await this.source.manager.update(StatementSendingEntity, { singleton: true }, end);
  }

  /** Attempts of which something was recorded, or judged, since. */
  attempts(since: Date): Promise<AttemptToTell[]> {
    return this.source.query<AttemptToTell[]>(
      `select ${ABOUT}, a.id as "attemptId", a.completion, a.success, a.score, a.learning_seconds as "learningSeconds",
         a.started_at as "startedAt", a.recorded_at as "recordedAt", a.completed_at as "completedAt",
         d.attempt_id is not null and d.counts is not true as "isDoubted"
       from attempt a ${JOINED} left join doubtful_completion d on d.attempt_id = a.id
       where a.recorded_at >= $1 or d.looked_at >= $1`,
      [since],
    );
  }

  /** Launches of which not all is told. @param quiet a finished one may be gone on with before that moment has passed */
  launches(since: Date, now: Date, quiet: Date): Promise<LaunchToTell[]> {
    return this.source.query<LaunchToTell[]>(
      `select ${ABOUT}, l.id as "launchId", l.opened_at as "openedAt", e.at as "endedAt"
       from launch l join attempt a on a.id = l.attempt_id ${JOINED}
         cross join lateral (select case when l.superseded_at is not null or l.live_until <= $2 or l.finished_at <= $3
           then coalesce(l.finished_at, l.last_commit_at, l.opened_at) end as at) e
       where l.opened_at >= $1
         and not exists (select from learning_statement s where s.about = l.id::text
                          and s.verb = case when e.at is null then 'initialized' else 'terminated' end)`,
      [since, now, quiet],
    );
  }

  /** What is there already stays as it is. */
  async add(told: readonly Told[], madeAt: Date): Promise<void> {
    if (told.length === 0) return;
    await this.source.query(
      `insert into learning_statement (id, person_id, about, verb, body, made_at)
       select id, "personId", about, verb, body, $2
       from jsonb_to_recordset($1) as t(id uuid, "personId" uuid, about text, verb text, body jsonb)
       on conflict (id) do nothing`,
      [JSON.stringify(told), madeAt],
    );
  }

  /** The oldest first. */
  waiting(limit: number): Promise<WaitingStatement[]> {
    return this.source.query<WaitingStatement[]>(
      `select id, body from learning_statement where sent_at is null and refusal is null order by made_at, id limit $1`,
      [limit],
    );
  }

  async sent(ids: readonly string[], sentAt: Date): Promise<void> {
    await this.source.manager.update(LearningStatementEntity, { id: In([...ids]) }, { sentAt, body: null });
  }

  async refused(id: string, refusal: string): Promise<void> {
    await this.source.manager.update(LearningStatementEntity, { id }, { refusal });
  }

  /** How many wait, and how many were refused, by the words of the refusal. */
  async counts(): Promise<{ waiting: number; refused: { words: string; count: number }[] }> {
    const rows = await this.source.query<RefusalCount[]>(
      `select refusal, count(*)::int as count from learning_statement where sent_at is null
       group by refusal order by count(*) desc, refusal limit 20`,
    );
    const waiting = rows.find(({ refusal }) => refusal === null)?.count ?? 0;
    return {
      waiting,
      refused: rows.flatMap(({ refusal, count }) => (refusal === null ? [] : [{ words: refusal, count }])),
    };
  }

  /** Lets those that were refused be tried again. @returns how many */
  async retry(tx: EntityManager): Promise<number> {
    const [, count] = await tx.query<[unknown[], number]>(
      `update learning_statement set refusal = null where refusal is not null and sent_at is null`,
    );
    return count;
  }
}
