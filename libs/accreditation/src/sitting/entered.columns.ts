import { Column } from 'typeorm';

/** What one person entered and another confirms. */
export abstract class Entered {
  @Column('uuid')
  enteredBy: string;

  @Column('timestamptz')
  enteredAt: Date;

  /** Never who entered it; null while it waits. */
  @Column('uuid', { nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;

  /** It was withdrawn before anybody confirmed it, or another took its place. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
