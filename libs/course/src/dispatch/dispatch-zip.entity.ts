import type { Standard } from '@induct/scorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A zip of a dispatch that was taken away. Its secret is in the zip and nowhere else. */
@Entity({ name: 'dispatch_zip' })
export class DispatchZipEntity {
  /** SHA-256 of the secret. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  dispatchId: string;

  /** Of the zip, whatever the module itself is. */
  @Column('text')
  standard: Standard;

  @Column('uuid')
  takenBy: string;

  @Column('timestamptz')
  takenAt: Date;
}
