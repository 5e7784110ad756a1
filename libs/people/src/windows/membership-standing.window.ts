import { ViewColumn, ViewEntity } from 'typeorm';
import type { Capacity } from '../council/council.words';

/** A seat on a body as it was recorded, at whatever time: `asRecorded` and `onDay` say which rows count. */
@ViewEntity({ name: 'membership_standing', synchronize: false })
export class MembershipStanding {
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

  @ViewColumn()
  recordedAt: Date;

  /** Null: Induct itself. */
  @ViewColumn()
  recordedBy: string | null;

  /** The row that this one corrects. */
  @ViewColumn()
  replaces: string | null;

  /** Null: this is what is said today. */
  @ViewColumn()
  supersededAt: Date | null;

  @ViewColumn()
  supersededBy: string | null;

  /** Why it was superseded, in words. */
  @ViewColumn()
  reason: string | null;
}
