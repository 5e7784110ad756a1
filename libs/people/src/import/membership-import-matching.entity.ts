import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnMatching } from './reading/import-field';

/** How the columns of lists with these headings were understood last. */
@Entity({ name: 'membership_import_matching' })
export class MembershipImportMatchingEntity {
  /** Of `headingsKey`. */
  @PrimaryColumn('text')
  headings: string;

  @Column('jsonb')
  columns: ColumnMatching;

  @Column('uuid')
  rememberedBy: string;

  @Column('timestamptz')
  rememberedAt: Date;
}
