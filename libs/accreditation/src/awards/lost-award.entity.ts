import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an award which waited for an officer rests on what counts no more: no certificate is issued of it. */
@Entity({ name: 'lost_award' })
export class LostAwardEntity {
  @PrimaryColumn('uuid')
  awardId: string;

  @Column('timestamptz')
  lostAt: Date;

  /** That was revoked; else evidence was withdrawn. */
  @Column('uuid', { nullable: true })
  certificateId: string | null;

  @Column('uuid', { nullable: true })
  evidenceId: string | null;
}
