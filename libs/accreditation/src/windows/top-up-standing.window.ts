import type { Day } from '@induct/platform';
import { ViewColumn, ViewEntity } from 'typeorm';

/** What a scheme asks by a day of somebody who keeps their award. */
@ViewEntity({ name: 'top_up_standing', synchronize: false })
export class TopUpStanding {
  @ViewColumn()
  personId: string;

  @ViewColumn()
  schemeVersionId: string;

  @ViewColumn()
  schemeId: string;

  /** The first day of the version that asks it. */
  @ViewColumn()
  since: Day;

  @ViewColumn()
  dueOn: Day;

  /** It is still to be shown. */
  @ViewColumn()
  isOpen: boolean;
}
