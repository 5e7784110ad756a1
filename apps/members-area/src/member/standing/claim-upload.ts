import { LARGEST_CLAIM_FILE } from '@induct/accreditation';
import type { FastifyRequest } from 'fastify';
import { readFileForm } from '../../forms/file-form';

/** What a claim's form holds. */
export const readClaimForm = (request: FastifyRequest): Promise<Record<string, unknown>> =>
  readFileForm(request, LARGEST_CLAIM_FILE);
