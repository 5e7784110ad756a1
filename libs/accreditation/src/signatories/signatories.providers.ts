import { Signatories } from './signatories.service';
import { SignatoryRepository } from './signatory.repository';

/** What others use. */
export const signatoriesServices = [Signatories];

export const signatoriesProviders = [...signatoriesServices, SignatoryRepository];
