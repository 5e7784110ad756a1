import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Transactions } from '@induct/platform';
import { QuestionsWereChanged } from './feedback.errors';
import type { QuestionEntity } from './question.entity';
import { QuestionRepository } from './question.repository';

export type SaidQuestion = Pick<QuestionEntity, 'kind' | 'words' | 'options'>;

/** What people are asked about any session. What was asked of whom stays what it was. */
@Injectable()
export class Questions {
  constructor(
    private readonly rows: QuestionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Those that are asked now, in their order. */
  now(): Promise<QuestionEntity[]> {
    return this.rows.now();
  }

  /**
   * Another revision, for sessions that are asked about from now on. The same again changes nothing.
   * @param seen the revision that was changed
   * @throws QuestionsWereChanged
   */
  change(questions: readonly SaidQuestion[], seen: number, by: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.rows.alone(tx);
      const now = await this.rows.now(tx);
      const said = ({ kind, words, options }: SaidQuestion) => JSON.stringify([kind, words, options]);
      if (now.map(said).join() === questions.map(said).join()) return;
      const [{ revision }] = now as [QuestionEntity];
      if (revision !== seen) throw new QuestionsWereChanged();
      const recorded = { revision: revision + 1, recordedAt: this.clock.now(), recordedBy: by };
      await this.rows.add(
        tx,
        questions.map((question, at) => ({ ...question, ...recorded, number: at + 1 })),
      );
      const detail = { before: now.map(({ words }) => words), after: questions.map(({ words }) => words) };
      const subject = { subjectType: 'question', subjectId: `${revision + 1}` };
      await this.audit.record(tx, { actorId: by, action: 'questions.changed', ...subject, detail });
    });
  }
}
