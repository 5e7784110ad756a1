import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { EndsBeforeItBegins, ReasonIsMissing, WasPutRightBefore } from './council.errors';
import { isPeriod, type Period } from './period';
import { lockPersons } from './person-lock';
import { supersede, type Superseded } from './superseding';

/** Who puts something right, and why. */
export interface PutRight {
  by: string | null;
  reason: string | null;
}

/** What every act on what is recorded of the council needs. */
@Injectable()
export class CouncilActs {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** In the transaction that is given, or in one of its own. */
  in<T>(inside: EntityManager | undefined, act: (tx: EntityManager) => Promise<T>): Promise<T> {
    return inside ? act(inside) : this.transactions.run(act);
  }

  /** What every new row has. */
  recorded(by: string | null, replaces: string | null = null) {
    return { id: this.ids.uuid(), recordedAt: this.clock.now(), recordedBy: by, replaces };
  }

  /** It is said no more. @throws WasPutRightBefore */
  supersede(tx: EntityManager, table: Superseded, id: string, { by, reason }: PutRight): Promise<void> {
    return supersede(tx, table, id, { by, at: this.clock.now(), reason: reason?.trim() || null });
  }

  /** Something else is said in its place. @returns that, which has still to be written @throws WasPutRightBefore */
  async replace<Said extends object>(
    tx: EntityManager,
    table: Superseded,
    before: { id: string },
    after: Said,
    why: PutRight,
  ) {
    await this.supersede(tx, table, before.id, why);
    return { ...after, ...this.recorded(why.by, before.id) };
  }

  /**
   * What is said of a person, with the person locked: nobody puts it right meanwhile.
   * @throws missing, WasPutRightBefore
   */
  async locked<Row extends { personId: string; supersededAt: Date | null }>(
    tx: EntityManager,
    find: () => Promise<Row | undefined>,
    missing: new () => Error,
  ): Promise<Row> {
    const seen = await find();
    if (!seen) throw new missing();
    await lockPersons(tx, [seen.personId]);
    const row = (await find())!;
    if (row.supersededAt) throw new WasPutRightBefore();
    return row;
  }

  /** What Induct itself does for a demo council is not on record. */
  async record(
    tx: EntityManager,
    by: string | null,
    action: string,
    subject: ['election' | 'term' | 'body' | 'membership', string],
    detail: Record<string, unknown>,
  ): Promise<void> {
    if (by === null) return;
    await this.audit.record(tx, { actorId: by, action, subjectType: subject[0], subjectId: subject[1], detail });
  }
}

/** @throws EndsBeforeItBegins */
export function mustBePeriod(period: Period): void {
  if (!isPeriod(period)) throw new EndsBeforeItBegins();
}

/** @throws ReasonIsMissing */
export function mustBeReason(reason: string): void {
  if (reason.trim() === '') throw new ReasonIsMissing();
}
