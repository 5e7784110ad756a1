import { Column } from 'typeorm';
import type { AttachedFileType } from './attached-file';

/** A file that somebody showed; its bytes are in the store. */
export abstract class AttachedFileColumns {
  @Column('bytea')
  sha256: Buffer;

  @Column('integer')
  bytes: number;

  @Column('text')
  contentType: AttachedFileType;
}
