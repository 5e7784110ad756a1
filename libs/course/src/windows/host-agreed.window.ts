import { ViewColumn, ViewEntity } from 'typeorm';
import type { HostUse } from '../outside/outside-host';

/** Another website that the pages of a version may load from. */
@ViewEntity({ name: 'host_agreed', synchronize: false })
export class HostAgreed {
  @ViewColumn()
  versionId: string;

  @ViewColumn()
  host: string;

  @ViewColumn()
  uses: HostUse[];

  @ViewColumn()
  reason: string;

  /** Null: found when versions from before this rule were looked through. */
  @ViewColumn()
  agreedBy: string | null;

  @ViewColumn()
  agreedAt: Date;
}
