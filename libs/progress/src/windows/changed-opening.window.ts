import { ViewColumn, ViewEntity } from 'typeorm';

/** An opening of a version in which something changed the page of the player. */
@ViewEntity({ name: 'changed_opening', synchronize: false })
export class ChangedOpening {
  @ViewColumn()
  launchId: string;

  @ViewColumn()
  versionId: string;
}
