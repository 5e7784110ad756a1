import type { Day } from '@induct/platform';
import type { ClaimEntity } from './claim.entity';
import type { AttachedFile } from '../attached/attached-files';

/** A claim as people look at it. */
export interface Claim extends ClaimEntity, AttachedFile {
  /** Of the member. */
  name: string;
  /** Of the officer who entered it; null: the member sent it in. */
  enteredByName: string | null;
  /** The requirement's. */
  title: string;
  /** The last day of what was accepted; null when it counts for ever, or was not accepted. */
  countsUntil: Day | null;
  /** When an officer said that what was accepted counts no more; null as long as it does. */
  withdrawnAt: Date | null;
  /** In the officer's words. */
  withdrawnReason: string | null;
}
