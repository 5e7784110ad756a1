import { Column, Entity, PrimaryColumn } from 'typeorm';

export const LESSON_KINDS = ['discussion', 'lesson', 'gap'] as const;
/** What was talked about; what follows from it; what nobody could answer, and is still missing. */
export type LessonKind = (typeof LESSON_KINDS)[number];

/** What came of a discussion at a session. */
@Entity({ name: 'lesson' })
export class LessonEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  @Column('text')
  kind: LessonKind;

  /** The question that was put to the group. */
  @Column('text', { nullable: true })
  prompt: string | null;

  @Column('text')
  words: string;

  /** Of a gap: the event that is to fill it. */
  @Column('uuid', { nullable: true })
  carriedToEvent: string | null;

  /** By whose link it was written down; null: at the desk. */
  @Column('uuid', { nullable: true })
  captureId: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** Null when it came by a link, or from Induct itself. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
}
