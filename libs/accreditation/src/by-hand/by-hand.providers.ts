import { ByHandRepository } from './by-hand.repository';
import { IssuingByHand } from './issuing-by-hand.service';

/** What others use. */
export const byHandServices = [IssuingByHand];

export const byHandProviders = [...byHandServices, ByHandRepository];
