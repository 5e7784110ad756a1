import { ViewColumn, ViewEntity } from 'typeorm';
import type { Substitutes } from '../council/council.words';

/** Who may stand in on a body, as it was recorded at whatever time. */
@ViewEntity({ name: 'body_rule_standing', synchronize: false })
export class BodyRuleStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  bodyId: string;

  @ViewColumn()
  during: string;

  @ViewColumn()
  substitutes: Substitutes;

  @ViewColumn()
  recordedAt: Date;

  /** Null: this is what is said today. */
  @ViewColumn()
  supersededAt: Date | null;
}
