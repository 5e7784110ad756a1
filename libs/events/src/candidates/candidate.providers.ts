import { CandidateRepository } from './candidate.repository';
import { Candidates } from './candidates.service';

/** What others use. */
export const candidateServices = [Candidates];

export const candidateProviders = [...candidateServices, CandidateRepository];
