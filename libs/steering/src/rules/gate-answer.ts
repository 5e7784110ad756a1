import type { RoundState } from './round';

export type RefusalCode = 'published' | 'no_round' | 'round_open' | 'no_quorum' | 'blocking_finding';

/** Why a version may not be published, and where that is mended. */
export interface Refusal {
  code: RefusalCode;
  /** A sentence in plain English. */
  words: string;
  /** Path on the site. */
  href: string;
}

export interface GateAnswer {
  open: boolean;
  refusals: Refusal[];
  /** The last round on the version. */
  round?: {
    id: string;
    number: number;
    state: RoundState;
    quorum: number;
    signedOff: number;
    testers: number;
    deadline: Date;
  };
  /** An override of this version that waits to be confirmed. */
  override?: { id: string; proposedBy: string; reason: string; proposedAt: Date };
}
