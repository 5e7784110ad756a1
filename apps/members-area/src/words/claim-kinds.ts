import type { ClaimKind } from '@induct/accreditation';

/** What is claimed, as officers read it. */
export const CLAIM_KINDS: Record<ClaimKind, string> = {
  prior_learning: 'Learning done before',
  recording: 'A recording watched',
  outside_certificate: 'A certificate from elsewhere',
};
