import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { RevocationEntity } from './revocation.entity';

/** A proposal that waits for a second officer. */
export type WaitingRevocation = Pick<RevocationEntity, 'id' | 'certificateId' | 'reason' | 'proposedBy'>;

/** True of a revocation `v` that waits. */
export const WAITS = 'v.confirmed_at is null and v.withdrawn_at is null';

@Injectable()
export class RevocationRepository {
  /** @returns false when one waits already */
  async propose(tx: EntityManager, proposal: WaitingRevocation, at: Date): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into revocation (id, certificate_id, reason, proposed_by, proposed_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [proposal.id, proposal.certificateId, proposal.reason, proposal.proposedBy, at],
    );
    return rows.length > 0;
  }

  async waiting(tx: EntityManager, certificateId: string): Promise<WaitingRevocation | undefined> {
    const waits = { certificateId, confirmedAt: IsNull(), withdrawnAt: IsNull() };
    return (await tx.findOneBy(RevocationEntity, waits)) ?? undefined;
  }

  async confirm(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.update(RevocationEntity, id, { confirmedBy: by, confirmedAt: at });
  }

  /** Those of somebody that wait. */
  async fall(
    tx: EntityManager,
    proposedBy: string,
    by: string,
    at: Date,
  ): Promise<Pick<WaitingRevocation, 'id' | 'certificateId'>[]> {
    const [rows] = await tx.query<[Pick<WaitingRevocation, 'id' | 'certificateId'>[], number]>(
      `update revocation v set withdrawn_by = $2, withdrawn_at = $3 where v.proposed_by = $1 and ${WAITS}
       returning v.id, v.certificate_id as "certificateId"`,
      [proposedBy, by, at],
    );
    return rows;
  }

  async withdraw(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.update(RevocationEntity, id, { withdrawnBy: by, withdrawnAt: at });
  }
}
