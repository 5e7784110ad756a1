import { ViewColumn, ViewEntity } from 'typeorm';

/** The review of a version that says what is to be reviewed. */
@ViewEntity({ name: 'version_review', synchronize: false })
export class VersionReview {
  @ViewColumn()
  versionId: string;

  /** A day, as text in SQL: `review_by::text`. Null: nobody has said one. */
  @ViewColumn()
  reviewBy: string | null;

  /** How much somebody of the council has to confirm. */
  @ViewColumn()
  asked: number;

  @ViewColumn()
  confirmed: number;

  /** How much of it has changed, as somebody said. */
  @ViewColumn()
  changed: number;
}
