import { ViewColumn, ViewEntity } from 'typeorm';

/** What waits for an officer: to be decided, to be confirmed, or to be issued. */
@ViewEntity({ name: 'accreditation_waiting', synchronize: false })
export class AccreditationWaiting {
  @ViewColumn()
  what:
    | 'claim'
    | 'award'
    | 'name'
    | 'by_hand'
    | 'suspension'
    | 'revocation'
    | 'mandate'
    | 'scheme'
    | 'register_edition'
    | 'statutory_accreditation';

  /** Of the thing that waits. */
  @ViewColumn()
  id: string;

  @ViewColumn()
  since: Date;
}
