import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link by which a facilitator writes down what a group said, without signing in. */
@Entity({ name: 'lesson_capture' })
export class LessonCaptureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  sessionId: string;

  /** Of the secret in the link, which is not kept. */
  @Column('bytea')
  tokenSha256: Buffer;

  @Column('timestamptz')
  madeAt: Date;

  @Column('uuid')
  madeBy: string;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy: string | null;
}
