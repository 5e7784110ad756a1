import { ViewColumn, ViewEntity } from 'typeorm';

/** That a certificate does not count for now: one officer proposes, another confirms, one lifts it. */
@ViewEntity({ name: 'suspension_standing', synchronize: false })
export class SuspensionStanding {
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

  /** Since when the certificate is suspended by it; null when it is not. */
  @ViewColumn()
  since: Date | null;
}
