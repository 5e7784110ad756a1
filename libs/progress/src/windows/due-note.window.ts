import { ViewColumn, ViewEntity } from 'typeorm';

/** A change note that somebody who completed an older version has not read. */
@ViewEntity({ name: 'due_note', synchronize: false })
export class DueNote {
  @ViewColumn()
  personId: string;

  @ViewColumn()
  courseId: string;

  @ViewColumn()
  publicationId: string;

  /** Of the publication. */
  @ViewColumn()
  number: number;

  @ViewColumn()
  versionId: string;

  @ViewColumn()
  publishedAt: Date;

  @ViewColumn()
  changeNote: string;
}
