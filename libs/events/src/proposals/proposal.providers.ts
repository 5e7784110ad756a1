import { EventProposals } from './event-proposals.service';
import { EventProposalRepository } from './proposals.repository';

/** What others use. */
export const proposalServices = [EventProposals];

export const proposalProviders = [...proposalServices, EventProposalRepository];
