import { ViewColumn, ViewEntity } from 'typeorm';
import type { Decision } from '../rules/round';

/** A point of the checklist that a tester answered with no. */
@ViewEntity({ name: 'no_said', synchronize: false })
export class NoSaid {
  @ViewColumn()
  roundId: string;

  @ViewColumn()
  personId: string;

  /** Of the point in the checklist, from 1; a bigint. */
  @ViewColumn()
  place: string;

  /** Of the point. */
  @ViewColumn()
  text: string;

  /** What they said of the version all the same. */
  @ViewColumn()
  decision: Decision;

  @ViewColumn()
  note: string;
}
