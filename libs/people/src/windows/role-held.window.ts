import { ViewColumn, ViewEntity } from 'typeorm';
import type { Role } from '../persons/roles';

/** A role that somebody holds now. */
@ViewEntity({ name: 'role_held', synchronize: false })
export class RoleHeld {
  @ViewColumn()
  personId: string;

  @ViewColumn()
  role: Role;

  /** Before this they neither sign off nor confirm with it. */
  @ViewColumn()
  confirmsFrom: Date;

  /** There was no second person to agree to it. */
  @ViewColumn()
  grantedAlone: boolean;
}
