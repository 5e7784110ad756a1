import { z } from 'zod';
import { writing } from '../../forms/texts';

export const REASON_LIMIT = 500;

const reason = (missing: string, name: string) =>
  writing({
    missing,
    name,
    longest: REASON_LIMIT,
    least: { characters: 10, says: `${missing}, so that others understand it: 10 characters or more` },
  });

/** Why a certificate should not count for now. */
export const SuspendForm = z.object({ reason: reason('Say the reason', 'The reason') });

/** What becomes of a proposal; `proposal` is the one that was read. */
export const SuspendDecisionForm = z.object({
  proposal: z.uuid('Go back to the certificate and read the proposal again'),
  decision: z.enum(['suspend', 'keep'], 'Select yes if you want to suspend this certificate'),
});

/** Why it counts again; `suspension` is the one that was read. */
export const LiftForm = z.object({
  suspension: z.uuid('Go back to the certificate and read the suspension again'),
  why: reason('Say why it counts again', 'What you write'),
});
