import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From when until when a module may be tried without an account. */
@Entity({ name: 'taster' })
export class TasterEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  /** 32 bytes: its addresses on the content origin are made with it. */
  @Column('bytea')
  filesKey: Buffer;

  @Column('uuid')
  begunBy: string;

  @Column('timestamptz')
  begunAt: Date;

  @Column('uuid', { nullable: true })
  endedBy: string | null;

  /** Null: it is one now. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
