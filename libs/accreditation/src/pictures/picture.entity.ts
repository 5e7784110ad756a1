import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PictureType } from './picture-type';

/** What stands on certificates: the council's arms, signatures. For ever, as the certificates are. */
@Entity({ name: 'picture' })
export class PictureEntity {
  /** SHA-256 of the bytes, hex: what a certificate's facts name it by. */
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  type: PictureType;

  /** In pixels. */
  @Column('integer')
  width: number;

  @Column('integer')
  height: number;

  @Column('bytea')
  bytes: Buffer;

  @Column('timestamptz')
  addedAt: Date;
}
