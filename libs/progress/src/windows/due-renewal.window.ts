import { ViewColumn, ViewEntity } from 'typeorm';
import type { Day } from '@induct/platform';

/** Somebody has to take a course again, and the publication that asked for it. */
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
