import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A partner is invited to a session: their guests take places by a link, and by another they see whose those are. */
@Entity({ name: 'invitation' })
export class InvitationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  partnerId: string;

  @Column('uuid')
  sessionId: string;

  @Column('bytea')
  tokenHash: Buffer;

  @Column('bytea')
  viewHash: Buffer;

  @Column('timestamptz')
  madeAt: Date;

  /** Null: Induct itself, for a demo council. */
  @Column('uuid', { nullable: true })
  madeBy: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy: string | null;
}
