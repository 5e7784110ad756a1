import type { ClaimEntity } from './claim.entity';
import type { ClaimFileType } from './claim-kind';

/** A claim as people look at it. */
export interface Claim extends ClaimEntity {
  /** Of the member. */
  name: string;
  /** The requirement's. */
  title: string;
  fileType: ClaimFileType | null;
  /** Hex; where the store has the file. */
  sha256: string | null;
}
