import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The keyed hash of an event from before there were keys; never changed. */
@Entity({ name: 'audit_seal' })
export class AuditSealEntity {
  @PrimaryColumn('bigint')
  eventId: string;

  @Column('bytea')
  hash: Buffer;

  @Column('text')
  keyId: string;
}
