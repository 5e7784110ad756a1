import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { QuestionEntity } from './question.entity';

@Injectable()
export class QuestionRepository {
  constructor(private readonly source: DataSource) {}

  /** Those that are asked now, in their order. */
  now(tx: EntityManager = this.source.manager): Promise<QuestionEntity[]> {
    return tx.query<QuestionEntity[]>(
      `select revision, number, kind, words, options, recorded_at as "recordedAt", recorded_by as "recordedBy"
         from question where revision = (select max(revision) from question) order by number`,
    );
  }

  async add(tx: EntityManager, rows: QuestionEntity[]): Promise<void> {
    await tx.insert(QuestionEntity, rows);
  }

  /** Until the end of the transaction nobody else changes them. */
  async alone(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('feedback questions', 0))`);
  }
}
