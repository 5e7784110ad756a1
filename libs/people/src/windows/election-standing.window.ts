import { ViewColumn, ViewEntity } from 'typeorm';
import type { ElectionKind } from '../council/council.words';

/** An election as it was recorded, at whatever time. */
@ViewEntity({ name: 'election_standing', synchronize: false })
export class ElectionStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  kind: ElectionKind;

  /** The day of the poll. */
  @ViewColumn()
  heldOn: string;

  /** By-elections only. */
  @ViewColumn()
  division: string | null;

  @ViewColumn()
  recordedAt: Date;

  /** Null: Induct itself. */
  @ViewColumn()
  recordedBy: string | null;

  /** Null: this is what is said today. */
  @ViewColumn()
  supersededAt: Date | null;

  @ViewColumn()
  supersededBy: string | null;

  /** Why it was superseded, in words. */
  @ViewColumn()
  reason: string | null;
}
