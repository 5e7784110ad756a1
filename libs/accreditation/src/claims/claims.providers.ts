import { ClaimRepository } from './claim.repository';
import { Claims } from './claims.service';

/** What others use. */
export const claimsServices = [Claims];

export const claimsProviders = [...claimsServices, ClaimRepository];
