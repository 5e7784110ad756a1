import { Entity, PrimaryColumn } from 'typeorm';
import { AttachedFileColumns } from '../attached/attached-file.columns';

/** What an officer saw who proposes a certificate by hand. */
@Entity({ name: 'by_hand_file' })
export class ByHandFileEntity extends AttachedFileColumns {
  @PrimaryColumn('uuid')
  byHandId: string;
}
