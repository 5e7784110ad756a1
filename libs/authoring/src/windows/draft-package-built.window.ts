import { ViewColumn, ViewEntity } from 'typeorm';

/** A revision of a draft that became an uploaded package. */
@ViewEntity({ name: 'draft_package_built', synchronize: false })
export class DraftPackageBuilt {
  @ViewColumn()
  uploadId: string;

  @ViewColumn()
  draftId: string;

  @ViewColumn()
  revision: number;
}
