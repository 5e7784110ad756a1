import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { ProposedRepository } from '../second-officer/proposed.repository';
import { SuspensionEntity } from './suspension.entity';

@Injectable()
export class SuspensionRepository extends ProposedRepository<SuspensionEntity> {
  constructor() {
    super(SuspensionEntity);
  }

  async open(tx: EntityManager, certificateId: string): Promise<SuspensionEntity | undefined> {
    const open = { certificateId, withdrawnAt: IsNull(), liftedAt: IsNull() };
    return (await tx.findOneBy(SuspensionEntity, open)) ?? undefined;
  }

  /** Those that wait for a second officer, and say exactly that. */
  proposedBecause(tx: EntityManager, certificateIds: readonly string[], reason: string): Promise<SuspensionEntity[]> {
    return tx.findBy(SuspensionEntity, {
      certificateId: In([...certificateIds]),
      reason,
      confirmedAt: IsNull(),
      withdrawnAt: IsNull(),
    });
  }

  async lift(tx: EntityManager, id: string, { by, at, why }: { by: string; at: Date; why: string }): Promise<void> {
    await this.change(tx, [id], { liftedBy: by, liftedAt: at, liftedWhy: why });
  }
}
