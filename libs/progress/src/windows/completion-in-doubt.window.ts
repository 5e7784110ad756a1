import { ViewColumn, ViewEntity } from 'typeorm';

/** A registration whose every completion is doubted: it counts for no award. */
@ViewEntity({ name: 'completion_in_doubt', synchronize: false })
export class CompletionInDoubt {
  @ViewColumn()
  registrationId: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  courseId: string;

  /** An officer is still to look. */
  @ViewColumn()
  waits: boolean;

  /** Of the oldest that waits. */
  @ViewColumn()
  since: Date | null;
}
