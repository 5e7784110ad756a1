import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whoever may approve what was proposed then was written to. */
@Entity({ name: 'approval_letter' })
export class ApprovalLetterEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** One of the two. */
  @Column('uuid', { nullable: true })
  templateVersionId: string | null;

  @Column('uuid', { nullable: true })
  councilMarkId: string | null;

  /** What is sent back and proposed again is another proposal. */
  @Column('timestamptz')
  proposedAt: Date;

  @Column('timestamptz')
  writtenAt: Date;
}
