import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ResultColumns } from './result.columns';

/** One time through a version of a course. */
@Entity({ name: 'attempt' })
export class AttemptEntity extends ResultColumns {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  registrationId: string;

  @Column('uuid')
  versionId: string;

  /** Counts the attempts of the registration. */
  @Column('integer')
  number: number;

  /** What the journal of the player is sealed with in the browser. */
  @Column('bytea')
  journalKey: Buffer;

  /** Learning_seconds holds time that we measured, because the module reported none: see learning-time.ts. */
  @Column('boolean')
  timeMeasured: boolean;
}
