import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Format } from './resource.words';

/** A file of a version, one of each format; its bytes are in the store. For ever. */
@Entity({ name: 'resource_file' })
export class ResourceFileEntity {
  @PrimaryColumn('uuid')
  versionId: string;

  @PrimaryColumn('text')
  format: Format;

  /** As whoever put it there called it. */
  @Column('text')
  fileName: string;

  @Column('bytea')
  sha256: Buffer;

  @Column('integer')
  bytes: number;

  /** It can be read with a screen reader, enlarged and without a mouse. */
  @Column('boolean')
  isAccessible: boolean;
}
