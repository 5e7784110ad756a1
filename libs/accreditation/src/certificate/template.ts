import { z } from 'zod';

/** Of one language, in the council's own words; `{names}` in braces are filled in, see TEXT_PLACES. */
export const TemplateWords = z.object({
  /** Under the council's name: who awards. */
  office: z.string(),
  heading: z.string(),
  /** Above the holder's name. */
  certify: z.string(),
  /** Below it; names `{scheme}` and may name `{edition}`. */
  statement: z.string(),
  /** The same of a certificate by decision of two officers: it must not say that every requirement was met. */
  statementByHand: z.string(),
  /** Above the list of requirements. */
  shown: z.string(),
  /** Above what was shown, of a certificate by decision of two officers. */
  shownByHand: z.string(),
  learning: z.string(),
  awarded: z.string(),
  validUntil: z.string(),
  number: z.string(),
  /** How to check it; the address follows. */
  check: z.string(),
  /** Further lines at the foot, such as what the certificate is not. */
  lines: z.array(z.string()).max(3),
});
export type TemplateWords = z.infer<typeof TemplateWords>;

/** What may stand in braces in a text. */
export const TEXT_PLACES = ['council', 'scheme', 'edition', 'holder', 'number', 'awardedOn', 'validUntil'] as const;

/** How it looks: few choices, each of which was tried with the longest name and twelve requirements. */
export const TemplateLayout = z.object({
  /** Welsh stands first where both are. */
  languages: z.enum(['en', 'cy', 'both']),
  arms: z.enum(['none', 'centre', 'left']),
  frame: z.enum(['ornate', 'plain']),
  seal: z.boolean(),
  learningTime: z.boolean(),
});
export type TemplateLayout = z.infer<typeof TemplateLayout>;

/** What a council may change of its certificates; a design of content/certificates sets it. */
export const Template = z.object({
  layout: TemplateLayout,
  /** Of each language that the layout asks for. */
  words: z.object({ en: TemplateWords.optional(), cy: TemplateWords.optional() }),
});
export type Template = z.infer<typeof Template>;
