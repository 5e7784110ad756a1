import type { Day } from '@induct/platform';
import { ViewColumn, ViewEntity } from 'typeorm';

/** What is asked of a person by a day, and what became of it. */
@ViewEntity({ name: 'obligation_standing', synchronize: false })
export class ObligationStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  mandateId: string;

  /** The first day of the term or the seat that it is asked for. */
  @ViewColumn()
  since: Day;

  @ViewColumn()
  dueOn: Day;

  @ViewColumn()
  metOn: Day | null;

  /** Neither met nor asked no longer. */
  @ViewColumn()
  isOpen: boolean;

  /** A political group asks it of its own: who has not met it stays in the group. */
  @ViewColumn()
  inGroup: boolean;
}
