import { ViewColumn, ViewEntity } from 'typeorm';

/** A module that was written here and removed. */
@ViewEntity({ name: 'draft_removed', synchronize: false })
export class DraftRemoved {
  @ViewColumn()
  id: string;

  @ViewColumn()
  title: string;

  @ViewColumn()
  removedAt: Date;

  /** Person. */
  @ViewColumn()
  removedBy: string;
}
