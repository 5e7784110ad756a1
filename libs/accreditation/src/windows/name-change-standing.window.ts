import { ViewColumn, ViewEntity } from 'typeorm';

/** That somebody asks for another name. */
@ViewEntity({ name: 'name_change_standing', synchronize: false })
export class NameChangeStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  askedAt: Date;

  /** No officer has decided, and they have not taken it back. */
  @ViewColumn()
  waits: boolean;
}
