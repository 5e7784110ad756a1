import type { AttachedFile } from '../attached/attached-files';
import type { ByHandEntity } from './by-hand.entity';

/** A certificate by decision of two officers, proposed or decided, with the names of those it concerns. */
export type ByHand = ByHandEntity &
  AttachedFile & {
    name: string;
    /** The scheme's name. */
    scheme: string;
    proposedByName: string | null;
    confirmedByName: string | null;
    /** Of what was issued. */
    number: string | null;
  };
