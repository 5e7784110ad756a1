import { z } from 'zod';
import { writing } from '../../forms/texts';
import type { CertificateAct } from './acts';

export const REASON_LIMIT = 500;

const reason = (missing: string, name: string, short = `${missing},`) =>
  writing({
    missing,
    name,
    longest: REASON_LIMIT,
    least: { characters: 10, says: `${short} so that others understand it: 10 characters or more` },
  });

/** Why it should be done to a certificate. */
export const ProposeForms: Record<CertificateAct['verb'], z.ZodType<{ reason: string }>> = {
  revoke: z.object({ reason: reason('Enter a reason', 'The reason', 'Say the reason') }),
  suspend: z.object({ reason: reason('Say the reason', 'The reason') }),
};

/** What becomes of a proposal; `proposal` is the one that was read. */
export const decideForm = (verb: CertificateAct['verb']) =>
  z.object({
    proposal: z.uuid('Go back to the certificate and read the proposal again'),
    decision: z.enum([verb, 'keep'], `Select yes if you want to ${verb} this certificate`),
  });

/** Why it counts again; `suspension` is the one that was read. */
export const LiftForm = z.object({
  suspension: z.uuid('Go back to the certificate and read the suspension again'),
  why: reason('Say why it counts again', 'What you write'),
});
