import { ViewColumn, ViewEntity } from 'typeorm';

/** That somebody is to be given a certificate by decision of two officers. */
@ViewEntity({ name: 'by_hand_standing', synchronize: false })
export class ByHandStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  schemeId: string;

  @ViewColumn()
  proposedBy: string;

  @ViewColumn()
  proposedAt: Date;

  /** What was issued. */
  @ViewColumn()
  certificateId: string | null;

  /** Neither confirmed nor withdrawn. */
  @ViewColumn()
  waits: boolean;
}
