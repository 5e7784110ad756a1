import type { Day } from '@induct/platform';
import { ViewColumn, ViewEntity } from 'typeorm';

/** Somebody has to take a course again: `due_renewal` without its publication, for lists of many people. */
@ViewEntity({ name: 'retake_due', synchronize: false })
export class RetakeDue {
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
}
