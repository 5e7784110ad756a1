import type { Asked } from '../mandates/ladder';
import type { AskedObligation } from '../mandates/settling.service';

/** What the ladder needs to know of something that is asked. */
export const askedOf = ({ dueOn, madeOn, mandate }: AskedObligation): Asked => ({
  dueOn,
  madeOn,
  staysInGroup: mandate.who === 'group',
});
