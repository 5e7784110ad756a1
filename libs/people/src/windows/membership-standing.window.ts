import { ViewColumn, ViewEntity } from 'typeorm';
import type { Capacity } from '../council/council.words';
import { RecordedView } from './recorded.view-columns';

/** A seat on a body as it was recorded, at whatever time: `asRecorded` and `onDay` say which rows count. */
@ViewEntity({ name: 'membership_standing', synchronize: false })
export class MembershipStanding extends RecordedView {
  @ViewColumn()
  id: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  bodyId: string;

  @ViewColumn()
  capacity: Capacity;

  /** `[2017-05-22,2019-05-13)`, London days. */
  @ViewColumn()
  during: string;
}
