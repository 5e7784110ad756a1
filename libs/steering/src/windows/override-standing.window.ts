import { ViewColumn, ViewEntity } from 'typeorm';

/** A publication without the sign-off of the steering group: one person proposes, another confirms. */
@ViewEntity({ name: 'override_standing', synchronize: false })
export class OverrideStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  courseId: string;

  @ViewColumn()
  versionId: string;

  @ViewColumn()
  proposedBy: string;

  @ViewColumn()
  proposedAt: Date;

  @ViewColumn()
  reason: string;

  @ViewColumn()
  confirmedBy: string | null;

  @ViewColumn()
  confirmedAt: Date | null;

  /** Neither confirmed nor withdrawn. */
  @ViewColumn()
  waits: boolean;

  /** Confirmed, and no later round of the course has closed with its quorum. */
  @ViewColumn()
  inForce: boolean;
}
