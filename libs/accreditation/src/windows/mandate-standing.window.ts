import { ViewColumn, ViewEntity } from 'typeorm';

/** Who has to meet what, as it stands. */
@ViewEntity({ name: 'mandate_standing', synchronize: false })
export class MandateStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  title: string;

  /** Of a committee, panel or group that it is about. */
  @ViewColumn()
  bodyId: string | null;

  @ViewColumn()
  requirementId: string | null;

  @ViewColumn()
  schemeId: string | null;

  /** Nobody is to sit there before they have met it. */
  @ViewColumn()
  beforeSitting: boolean;

  @ViewColumn()
  proposedBy: string;

  /** Nobody has decided yet. */
  @ViewColumn()
  waits: boolean;
}
