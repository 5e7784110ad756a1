import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A revision that was built and taken in as a package. */
@Entity({ name: 'module_draft_package' })
export class ModuleDraftPackageEntity {
  @PrimaryColumn('uuid')
  uploadId: string;

  @Column('uuid')
  draftId: string;

  @Column('integer')
  revision: number;
}
