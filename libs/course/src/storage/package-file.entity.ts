import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a version: its bytes are in the store, by their hash. */
@Entity({ name: 'package_file' })
export class PackageFileEntity {
  @PrimaryColumn('uuid')
  versionId: string;

  @PrimaryColumn('text')
  path: string;

  /** Where the store has its bytes. */
  @Column('bytea')
  sha256: Buffer;

  @Column('bigint')
  bytes: string;

  @Column('text')
  contentType: string;

  /** Size of the pre-compressed copy in the store; null when there is none. */
  @Column('bigint', { nullable: true })
  gzipBytes: string | null;
}
