import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type Day, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { EventEvaluationEntity } from './event-evaluation.entity';
import { EvaluationRepository, type TookPlace } from './evaluation.repository';

/** Evaluated, or a reason why not. */
export type Stated =
  { priority: string; contribution: string; agreed: { on: Day; minute: string } | null } | { reason: string };

/** Whether it was worth it: what people say, what they can do and have done since, and what it contributed to a priority. */
@Injectable()
export class Evaluation {
  constructor(
    private readonly rows: EvaluationRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Events that took place in those days, with what is published of them. */
  tookPlace(first: Day, last: Day): Promise<TookPlace[]> {
    return this.rows.tookPlace(first, last);
  }

  ofEvent(eventId: string): Promise<EventEvaluationEntity | null> {
    return this.rows.find(eventId);
  }

  /** @param by null: Induct itself */
  state(eventId: string, stated: Stated, by: string | null, inside?: EntityManager): Promise<void> {
    const act = async (tx: EntityManager) => {
      const isStated = 'contribution' in stated;
      await this.rows.write(tx, {
        eventId,
        priority: isStated ? stated.priority : null,
        contribution: isStated ? stated.contribution : null,
        reason: isStated ? null : stated.reason,
        agreedOn: isStated ? (stated.agreed?.on ?? null) : null,
        minute: isStated ? (stated.agreed?.minute ?? null) : null,
        statedAt: this.clock.now(),
        statedBy: by,
      });
      if (by !== null)
        await this.audit.record(tx, {
          actorId: by,
          action: 'event.evaluated',
          subjectType: 'event',
          subjectId: eventId,
          detail: stated,
        });
    };
    return inside ? act(inside) : this.transactions.run(act);
  }
}
