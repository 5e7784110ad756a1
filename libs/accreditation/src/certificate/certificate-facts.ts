import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const Signatory = z.object({
  name: z.string(),
  office: z.string(),
  /** A drawing in content/certificates/signatures; without one there is a line to sign on. */
  signature: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
});
export type Signatory = z.infer<typeof Signatory>;

/**
 * Everything that is printed on a certificate, frozen when it is issued: a later change of a module's title, of the
 * council's settings or of the holder's name changes no certificate that exists.
 */
export const CertificateFacts = z.object({
  /** Of the document: BCP 47. */
  language: z.string(),
  council: z.string(),
  holder: z.string(),
  scheme: z.string(),
  edition: z.string(),
  modules: z.array(
    z.object({
      title: z.string(),
      completedOn: day,
      /** Per cent; null when the module has no test. */
      score: z.number().nullable(),
    }),
  ),
  /** Over all modules, as the run-time counted it. */
  learningSeconds: z.number(),
  awardedOn: day,
  /** The last day; null: it has no end. */
  validUntil: day.nullable(),
  number: z.string(),
  signatories: z.array(Signatory),
  /** By decision of two officers, for what Induct did not see: the one line of `modules` is what was shown. */
  issuedByHand: z.literal(true).optional(),
});
export type CertificateFacts = z.infer<typeof CertificateFacts>;
