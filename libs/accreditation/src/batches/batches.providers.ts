import { BatchIssuing } from './batch-issuing.service';
import { BatchRepository } from './batch.repository';
import { Batches } from './batches.service';
import { CandidateQueries } from './candidate.queries';

/** What others use. */
export const batchesServices = [BatchIssuing, Batches];

export const batchesProviders = [...batchesServices, BatchRepository, CandidateQueries];
