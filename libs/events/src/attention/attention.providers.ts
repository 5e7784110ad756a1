import { ProgrammeAttentionQueries } from './programme-attention.queries';

/** What others use. */
export const attentionServices = [ProgrammeAttentionQueries];

export const attentionProviders = attentionServices;
