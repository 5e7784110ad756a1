import { textProblem, tidied } from '@induct/accreditation';
import { DISTRICTS, IS_COLOUR, ON_THE_BAR, ON_THE_PAGE, SaidOfCouncil, tooFaint } from '@induct/platform';
import { z } from 'zod';
import { colourTyped } from '../../forms/colour-typed';
import type { Fields } from '../../forms/form-problems';

/** As long as the longest that certificates were tried with. */
const LONGEST = 120;
const SHORT = 40;

/** A name that stands on pages, letters and documents, so that it has to be printable; empty: not said. */
const name = (called: string, longest: number) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = tidied(typed);
      const problem = text && textProblem(text, { longest, places: [] });
      if (!problem) return text === '' ? undefined : text;
      context.addIssue({ code: 'custom', message: `${called}: ${problem}` });
      return z.NEVER;
    });

const COLOURS = {
  bar: { called: 'the bar', pairs: ON_THE_BAR },
  action: { called: 'links and buttons', pairs: ON_THE_PAGE },
} as const;
export type ColourField = keyof typeof COLOURS;
const COLOUR_FIELDS = Object.keys(COLOURS) as ColourField[];

const colour = (field: ColourField) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = colourTyped(typed);
      if (text === '#') return undefined;
      const wrong = (message: string) => context.addIssue({ code: 'custom', message });
      const { called, pairs } = COLOURS[field];
      if (!IS_COLOUR.test(text)) {
        wrong(`Enter the colour of ${called} as # and six digits, like #0b4f5c`);
        return z.NEVER;
      }
      const faint = tooFaint(text, pairs);
      if (!faint) return text;
      wrong(`${faint.says}. The nearest colour that people can read is ${faint.nearest}`);
      return z.NEVER;
    });

/** The nearest colours that serve, for those that do not. */
export const offersIn = (form: Fields): Partial<Record<ColourField, string>> =>
  Object.fromEntries(
    COLOUR_FIELDS.flatMap((field) => {
      const text = colourTyped(form[field]);
      const faint = IS_COLOUR.test(text) ? tooFaint(text, COLOURS[field].pairs) : undefined;
      return faint ? [[field, faint.nearest]] : [];
    }),
  );

/** "Use #8a6d00" is a button of the form: the offered colour stands in the field then, as if it had been typed. */
export function withOffersTaken(sent: Fields): Fields {
  const taken = COLOUR_FIELDS.flatMap((field) => {
    const offer = sent[`use-${field}`];
    return typeof offer === 'string' && IS_COLOUR.test(offer) ? [[field, offer] as const] : [];
  });
  return { ...sent, ...Object.fromEntries(taken) };
}

const fields = z.object({
  name: name('The name', LONGEST).pipe(z.string('Enter the name of the council')),
  nameCy: name('The Welsh name', LONGEST),
  shortName: name('The short name', SHORT),
  area: name('What this website is called', SHORT),
  areaCy: name('What this website is called in Welsh', SHORT),
  team: name('Who looks after it', SHORT),
  teamCy: name('Who looks after it, in Welsh', SHORT),
  district: z.enum(DISTRICTS, 'Choose what an area that elects members is called'),
  languages: z.enum(['en', 'en-cy'], 'Choose the languages of the pages'),
  bar: colour('bar'),
  action: colour('action'),
  /** Id of a picture that is kept already. */
  picture: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
  /** What is wrong with the file that was chosen. */
  fileProblem: z.string().optional(),
  noArms: z.string().optional(),
  alt: name('What the arms show', 200),
  altCy: name('What the arms show, in Welsh', 200),
  basedOn: z.coerce.number().int().min(0).catch(0),
  wentBackTo: z.coerce.number().int().min(0).optional().catch(undefined),
  confirmed: z.literal('yes').optional().catch(undefined),
  back: z.string().optional(),
});

/** What an officer says of the council, and whether they have looked at it. */
export const IdentityForm = fields
  .superRefine(({ picture, fileProblem, noArms, alt }, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (fileProblem) wrong('file', fileProblem);
    else if (picture && !noArms && !alt)
      wrong('alt', 'Say what the arms or the logo show, for people who do not see them');
  })
  .transform(
    ({ picture, fileProblem: _problem, noArms, alt, altCy, basedOn, wentBackTo, confirmed, back, ...said }) => {
      const arms = picture && !noArms ? { picture, alt, altCy } : undefined;
      return {
        // What was left out is not in it.
        said: SaidOfCouncil.parse(JSON.parse(JSON.stringify({ ...said, arms }))),
        basedOn,
        wentBackTo,
        isConfirmed: confirmed === 'yes',
        goesBack: back !== undefined,
      };
    },
  );

/** What stands in the form before anybody has typed. */
export function typedOf(
  { arms, ...said }: SaidOfCouncil,
  { name: called, district, languages }: Required<Pick<SaidOfCouncil, 'name' | 'district' | 'languages'>>,
): Record<string, string> {
  return {
    name: called,
    district,
    languages,
    ...(said as Record<string, string>),
    ...(arms && { picture: arms.picture, alt: arms.alt, ...(arms.altCy && { altCy: arms.altCy }) }),
  };
}
