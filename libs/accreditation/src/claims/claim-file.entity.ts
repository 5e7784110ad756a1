import { Entity, PrimaryColumn } from 'typeorm';
import { AttachedFileColumns } from '../attached/attached-file.columns';

/** The file that came with a claim; its bytes are in the store. */
@Entity({ name: 'claim_file' })
export class ClaimFileEntity extends AttachedFileColumns {
  @PrimaryColumn('uuid')
  claimId: string;
}
