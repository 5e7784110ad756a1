import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClaimFileType } from './claim-kind';

/** The file that came with a claim; its bytes are in the store. */
@Entity({ name: 'claim_file' })
export class ClaimFileEntity {
  @PrimaryColumn('uuid')
  claimId: string;

  @Column('bytea')
  sha256: Buffer;

  @Column('integer')
  bytes: number;

  @Column('text')
  contentType: ClaimFileType;
}
