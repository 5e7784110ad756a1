import { ViewColumn, ViewEntity } from 'typeorm';

/** A module that is written here, as it stands. */
@ViewEntity({ name: 'module_draft_standing', synchronize: false })
export class ModuleDraftStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  title: string;

  /** The module whose next version it becomes; null: a new one. */
  @ViewColumn()
  courseId: string | null;

  @ViewColumn()
  changedAt: Date;

  /** Person. */
  @ViewColumn()
  changedBy: string;
}
