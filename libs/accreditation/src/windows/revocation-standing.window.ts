import { ViewColumn, ViewEntity } from 'typeorm';

/** That a certificate is to be revoked: one officer proposes, another confirms. */
@ViewEntity({ name: 'revocation_standing', synchronize: false })
export class RevocationStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  certificateId: string;

  @ViewColumn()
  reason: string;

  @ViewColumn()
  proposedBy: string;

  @ViewColumn()
  proposedAt: Date;

  /** Neither confirmed nor withdrawn. */
  @ViewColumn()
  waits: boolean;
}
