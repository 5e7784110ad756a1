import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One opening of the player: the capability it works with. */
@Entity({ name: 'launch' })
export class LaunchEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  attemptId: string;

  /** Counts the launches of the attempt. */
  @Column('integer')
  number: number;

  /** SHA-256 of the capability in the address. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  openedAt: Date;

  /** Prolonged by each commit. */
  @Column('timestamptz')
  liveUntil: Date;

  /** When the same person opened the course again. */
  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  /** When a SCO of it last called Finish or Terminate. */
  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** To the minute: written only when it moved that far. */
  @Column('timestamptz', { nullable: true })
  lastCommitAt: Date | null;
}
