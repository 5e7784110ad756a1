import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** Somebody who signs, and how: by a drawing that is shipped, by a picture of the council's own, or on a line. */
export const Signatory = z.object({
  name: z.string(),
  office: z.string(),
  officeCy: z.string().optional(),
  /** A drawing in content/certificates/signatures; without one there is a line to sign on. */
  signature: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  /** Id of a picture of the signature. */
  picture: z.string().optional(),
});
export type Signatory = z.infer<typeof Signatory>;

/**
 * The first shape, without a version, of what was issued with accreditation-1, in English. It is read for ever, and never
 * rewritten; nothing is issued with it any more.
 */
export const FirstFacts = z.object({
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
export type FirstFacts = z.infer<typeof FirstFacts>;

/** How a requirement was met; `award`: by the award of another scheme. */
export const MET_HOW = [
  'module',
  'attendance',
  'prior_learning',
  'recording',
  'outside_certificate',
  'award',
  'by_hand',
] as const;

export const MetRequirement = z.object({
  title: z.string(),
  /** Without one the Welsh certificate shows the English title, marked as English. */
  titleCy: z.string().optional(),
  how: z.enum(MET_HOW),
  on: day,
  /** Per cent, of a module with a test. */
  score: z.number().optional(),
  /** Of an attendance. */
  place: z.string().optional(),
});
export type MetRequirement = z.infer<typeof MetRequirement>;

/** Of which languages a certificate is; Welsh stands first where both are. */
export const Languages = z.enum(['en', 'cy', 'both']);
export type Languages = z.infer<typeof Languages>;

/** The second shape: what is printed with accreditation-2, in the words of the council's template or as it came. */
export const SecondFacts = z.object({
  version: z.literal(2),
  languages: Languages,
  council: z.string(),
  councilCy: z.string().optional(),
  holder: z.string(),
  scheme: z.string(),
  schemeCy: z.string().optional(),
  /** Its number, and its name in words; in Welsh where it is no name of its own. */
  edition: z.object({ number: z.number().int(), en: z.string(), cy: z.string().optional() }),
  requirements: z.array(MetRequirement),
  /** Over all modules, as the run-time counted it, and over the parts of sessions that were attended, as they were planned. */
  learningSeconds: z.number(),
  awardedOn: day,
  /** The last day; null: it has no end. */
  validUntil: day.nullable(),
  number: z.string(),
  signatories: z.array(Signatory),
  /** The council's arms or logo: the id of a picture, and what it shows. */
  mark: z.object({ picture: z.string(), alt: z.string(), altCy: z.string().optional() }).optional(),
  /** By decision of two officers, for what Induct did not see: the one requirement is what was shown. */
  issuedByHand: z.literal(true).optional(),
  /** The authority had accredited its scheme on the day of the award: it is the certificate that section 319ZZA asks for. */
  statutory: z.literal(true).optional(),
});
export type SecondFacts = z.infer<typeof SecondFacts>;

/**
 * Everything that is printed on a certificate, frozen when it is issued: a later change of a module's title, of the
 * council's settings or of the holder's name changes no certificate that exists. Who reads more than what both shapes
 * have reads them as {@link ReadFacts}.
 */
export const CertificateFacts = z.union([SecondFacts, FirstFacts]);
export type CertificateFacts = z.infer<typeof CertificateFacts>;
/** Before they have their number. */
export type UnnumberedFacts = Omit<FirstFacts, 'number'> | Omit<SecondFacts, 'number'>;

/** Facts of either shape as one. */
export type ReadFacts = Omit<SecondFacts, 'version' | 'requirements'> & {
  /** Of the document, BCP 47: of both languages the one that stands first. */
  language: string;
  /** Of one in the first shape it is not known how they were met. */
  requirements: (Omit<MetRequirement, 'how'> & { how?: MetRequirement['how'] })[];
};

/**
 * From when it is valid. The council awards it on the day on which it decides; what two officers issue by hand was achieved on
 * a day before, and is counted from that.
 */
export function validFrom({
  issuedByHand,
  awardedOn,
  requirements,
}: Pick<ReadFacts, 'issuedByHand' | 'awardedOn' | 'requirements'>): string {
  return issuedByHand ? (requirements[0]?.on ?? awardedOn) : awardedOn;
}

/** The one way to read facts, whichever shape they have. */
export function readFacts(facts: CertificateFacts): ReadFacts {
  if ('version' in facts) return { ...facts, language: facts.languages === 'en' ? 'en-GB' : 'cy' };
  const { modules, edition, ...same } = facts;
  return {
    ...same,
    languages: 'en',
    edition: { number: Number(/\d+/.exec(edition)?.[0] ?? 1), en: edition },
    requirements: modules.map(({ title, completedOn, score }) => ({
      title,
      on: completedOn,
      ...(facts.issuedByHand && { how: 'by_hand' as const }),
      ...(score !== null && { score }),
    })),
  };
}
