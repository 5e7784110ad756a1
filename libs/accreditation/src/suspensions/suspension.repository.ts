import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { SuspensionEntity } from './suspension.entity';

/** One that waits for a second officer, or is in effect. */
export type OpenSuspension = Pick<SuspensionEntity, 'id' | 'certificateId' | 'reason' | 'proposedBy' | 'confirmedAt'>;

@Injectable()
export class SuspensionRepository {
  /** @returns false when one waits already or is in effect */
  async propose(tx: EntityManager, proposal: Omit<OpenSuspension, 'confirmedAt'>, at: Date): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into suspension (id, certificate_id, reason, proposed_by, proposed_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [proposal.id, proposal.certificateId, proposal.reason, proposal.proposedBy, at],
    );
    return rows.length > 0;
  }

  async open(tx: EntityManager, certificateId: string): Promise<OpenSuspension | undefined> {
    const open = { certificateId, withdrawnAt: IsNull(), liftedAt: IsNull() };
    return (await tx.findOneBy(SuspensionEntity, open)) ?? undefined;
  }

  async confirm(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.update(SuspensionEntity, id, { confirmedBy: by, confirmedAt: at });
  }

  async withdraw(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.update(SuspensionEntity, id, { withdrawnBy: by, withdrawnAt: at });
  }

  async lift(tx: EntityManager, id: string, { by, at, why }: { by: string; at: Date; why: string }): Promise<void> {
    await tx.update(SuspensionEntity, id, { liftedBy: by, liftedAt: at, liftedWhy: why });
  }

  /** Those of somebody that wait. */
  async fall(
    tx: EntityManager,
    proposedBy: string,
    by: string,
    at: Date,
  ): Promise<Pick<OpenSuspension, 'id' | 'certificateId'>[]> {
    const [rows] = await tx.query<[Pick<OpenSuspension, 'id' | 'certificateId'>[], number]>(
      `update suspension set withdrawn_by = $2, withdrawn_at = $3
        where proposed_by = $1 and confirmed_at is null and withdrawn_at is null
       returning id, certificate_id as "certificateId"`,
      [proposedBy, by, at],
    );
    return rows;
  }
}
