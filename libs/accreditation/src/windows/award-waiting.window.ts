import { ViewColumn, ViewEntity } from 'typeorm';

/** An award that has no certificate yet: an officer issues it. */
@ViewEntity({ name: 'award_waiting', synchronize: false })
export class AwardWaiting {
  @ViewColumn()
  id: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  schemeId: string;

  /** The scheme's name. */
  @ViewColumn()
  scheme: string;

  @ViewColumn()
  awardedAt: Date;
}
