import { z } from 'zod';

/** What a fact may be; whoever types it anew is held to it. */
const FACT_KINDS = ['text', 'number', 'phone', 'email', 'url', 'date'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Neither half a character nor one that cannot be stored. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/)
  .max(60);
const day = z.iso.date();

const Fact = z.object({ key, label: words(100), kind: z.enum(FACT_KINDS).catch('text'), says: words(1000) });
const ReviewItem = z.object({ id: words(64), asks: z.enum(['confirm', 'localise', 'watch']), text: words(2000) });

/**
 * `induct.json` of a package, as content/build writes it: what Induct has to know of a module. It is as little to be trusted as
 * the rest of a package: whatever is in it is shown as text.
 */
export const Declared = z.object({
  format: z.literal(1),
  /** The council whose facts it came with. */
  builtFor: words(200).optional(),
  reviewed: day.optional(),
  reviewBy: day.optional(),
  screens: z.array(z.object({ id: words(100), title: words(300) })).max(200),
  facts: z.array(Fact).max(200),
  /** Whole paragraphs, with `{{key}}` where a fact stands. */
  lines: z.array(z.object({ screen: words(100), text: words(3000) })).max(500),
  review: z.array(ReviewItem).max(200),
});
export type Declared = z.infer<typeof Declared>;
export type DeclaredFact = Declared['facts'][number];
export type ReviewItem = Declared['review'][number];

export const DECLARED_FILE = 'induct.json';
/** Larger ones are none. */
export const DECLARED_MOST_BYTES = 256 * 1024;

/** Undefined when it is none that can be understood. */
export function readDeclared(content: Buffer): Declared | undefined {
  try {
    return Declared.safeParse(JSON.parse(content.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
