import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One act, on record for ever: nothing is changed or deleted, and each is chained to the one before. */
@Entity({ name: 'audit_event' })
export class AuditEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('timestamptz')
  at: Date;

  /** Null: Induct itself, or nobody who was signed in. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  /** What was done, as subject.verb: `certificate.revoked`. */
  @Column('text')
  action: string;

  @Column('text')
  subjectType: string;

  @Column('text')
  subjectId: string;

  /** Facts worth keeping; never confidential text. */
  @Column('jsonb')
  detail: Record<string, unknown>;

  @Column('bytea')
  previousHash: Buffer;

  @Column('bytea')
  hash: Buffer;

  /** Fingerprint of the key that hash was made with; null: from before there were keys, see audit_seal. */
  @Column('text', { nullable: true })
  keyId: string | null;
}
