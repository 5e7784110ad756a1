import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { PartnerEntity } from './partner.entity';
import { PartnerIsThere, PartnerNotFound } from './partner.errors';
import { type ListedPartner, PartnerRepository } from './partner.repository';

/** Other councils whose people may come to sessions. */
@Injectable()
export class Partners {
  constructor(
    private readonly rows: PartnerRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @param by null: Induct itself @returns its id @throws PartnerIsThere */
  async add(
    { name, contact }: Pick<PartnerEntity, 'name' | 'contact'>,
    by: string | null,
    inside?: EntityManager,
  ): Promise<string> {
    const act = async (tx: EntityManager) => {
      const id = this.ids.uuid();
      const isNew = await this.rows.add(tx, { id, name, contact, recordedAt: this.clock.now(), recordedBy: by });
      if (!isNew) throw new PartnerIsThere();
      if (by !== null)
        await this.audit.record(tx, {
          actorId: by,
          action: 'partner.added',
          subjectType: 'partner',
          subjectId: id,
          detail: { name },
        });
      return id;
    };
    return inside ? await act(inside) : await this.transactions.run(act);
  }

  /** By name. */
  all(): Promise<ListedPartner[]> {
    return this.rows.all();
  }

  /** @throws PartnerNotFound */
  async find(id: string): Promise<PartnerEntity> {
    const partner = await this.rows.find(id);
    if (!partner) throw new PartnerNotFound();
    return partner;
  }
}
