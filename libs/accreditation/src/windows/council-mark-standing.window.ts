import { ViewColumn, ViewEntity } from 'typeorm';

/** Other arms or another logo are to stand on certificates. */
@ViewEntity({ name: 'council_mark_standing', synchronize: false })
export class CouncilMarkStanding {
  @ViewColumn()
  id: string;

  /** `2026-12-01`, as text in SQL: `starts_on::text`. */
  @ViewColumn()
  startsOn: string;

  @ViewColumn()
  proposedBy: string;

  @ViewColumn()
  proposedAt: Date;

  /** Neither confirmed nor refused. */
  @ViewColumn()
  waits: boolean;
}
