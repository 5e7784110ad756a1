import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who stands for election: no user, and known for the letter with the programme only. */
@Entity({ name: 'programme_candidate' })
export class CandidateEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  programmeId: string;

  /** Null: forgotten. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('timestamptz')
  addedAt: Date;

  @Column('uuid')
  addedBy: string;

  /** Once. */
  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { nullable: true })
  forgottenAt: Date | null;
}
