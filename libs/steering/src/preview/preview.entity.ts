import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One opening of the player to look at a version: nothing here is anybody’s learning. */
@Entity({ name: 'preview' })
export class PreviewEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  versionId: string;

  @Column('uuid')
  courseId: string;

  @Column('uuid', { nullable: true })
  roundId: string | null;

  @Column('uuid')
  personId: string;

  /** SHA-256 of the capability in the address. */
  @Column('bytea')
  tokenHash: Buffer;

  /** What the journal of the player is sealed with in the browser. */
  @Column('bytea')
  journalKey: Buffer;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz')
  liveUntil: Date;

  @Column('timestamptz')
  lastSeenAt: Date;

  @Column('text', { nullable: true })
  currentSco: string | null;

  /** What the page says first: where it was taken to, and why. */
  @Column('text')
  notice: string;

  /** {page: [calls received, milliseconds shown]}: a repeated batch of the log is told by it. */
  @Column('jsonb')
  pages: Record<string, [calls: number, shownMs: number]>;

  /** How many rows preview_call has. */
  @Column('integer')
  calls: number;

  @Column('integer')
  shownMs: number;

  /** Kept by the database. */
  @Column({ type: 'integer', insert: false, update: false })
  shownSeconds: number;

  @Column('text')
  browser: string;
}
