import { PartnerRepository } from './partner.repository';
import { Partners } from './partners.service';

/** What others use. */
export const partnerServices = [Partners];

export const partnerProviders = [...partnerServices, PartnerRepository];
