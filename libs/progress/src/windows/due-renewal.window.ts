import { ViewColumn, ViewEntity } from 'typeorm';
import type { Day } from '@induct/platform';

/** Somebody has to take a course again, because a publication asked for it. */
@ViewEntity({ name: 'due_renewal', synchronize: false })
export class DueRenewal {
  @ViewColumn()
  personId: string;

  @ViewColumn()
  courseId: string;

  @ViewColumn()
  publicationId: string;

  /** The last day. */
  @ViewColumn()
  dueOn: Day;

  /** The first of all last days that this person has on the course: the one that counts. */
  @ViewColumn()
  firstDueOn: Day;

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
