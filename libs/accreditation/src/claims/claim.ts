import type { ClaimEntity } from './claim.entity';
import type { AttachedFile } from '../attached/attached-files';

/** A claim as people look at it. */
export interface Claim extends ClaimEntity, AttachedFile {
  /** Of the member. */
  name: string;
  /** The requirement's. */
  title: string;
}
