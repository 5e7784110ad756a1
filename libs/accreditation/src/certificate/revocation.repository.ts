import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { ProposedRepository, waits } from '../second-officer/proposed.repository';
import { RevocationEntity } from './revocation.entity';

/** True of a revocation `v` that waits. */
export const WAITS = waits('v');

@Injectable()
export class RevocationRepository extends ProposedRepository<RevocationEntity> {
  constructor() {
    super(RevocationEntity);
  }

  async open(tx: EntityManager, certificateId: string): Promise<RevocationEntity | undefined> {
    const open = { certificateId, confirmedAt: IsNull(), withdrawnAt: IsNull() };
    return (await tx.findOneBy(RevocationEntity, open)) ?? undefined;
  }
}
