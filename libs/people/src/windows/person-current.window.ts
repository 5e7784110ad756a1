import { ViewColumn, ViewEntity } from 'typeorm';

/** A person as they are now; also who has left, until their rows are deleted. */
@ViewEntity({ name: 'person_current', synchronize: false })
export class PersonCurrent {
  @ViewColumn()
  id: string;

  @ViewColumn()
  name: string;

  /** To find and to sort by: see foldName. */
  @ViewColumn()
  nameFolded: string;

  @ViewColumn()
  email: string;

  @ViewColumn()
  politicalGroup: string | null;

  @ViewColumn()
  district: string | null;

  @ViewColumn()
  division: string | null;

  /** False since they were deactivated: they cannot sign in, and what they did stays. */
  @ViewColumn()
  isActive: boolean;
}
