import { ViewColumn, ViewEntity } from 'typeorm';
import { RecordedView } from './recorded.view-columns';

/** A term of office as it was recorded, at whatever time: `asRecorded` and `onDay` say which rows count. */
@ViewEntity({ name: 'term_standing', synchronize: false })
export class TermStanding extends RecordedView {
  @ViewColumn()
  id: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  electionId: string;

  @ViewColumn()
  division: string;

  /** `[2017-05-08,2021-05-10)`, London days. */
  @ViewColumn()
  during: string;

  /** The first day of `during`. */
  @ViewColumn()
  takesOfficeOn: string;
}
