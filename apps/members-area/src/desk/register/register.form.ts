import { REGISTER_MODES } from '@induct/accreditation';
import { z } from 'zod';
import { aDay, formOf } from '../../forms/form-of';
import { kindAndId } from '../../forms/kind-and-id';
import { untilLast, withUntil } from '../council/days.form';

const words = (most: number, called: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(most, `${called} must be ${most} characters or fewer`));

/** Boxes that were ticked: none, one or several. */
const several = z.preprocess(
  (sent) => [sent].flat().filter((id) => typeof id === 'string' && id !== ''),
  z.array(z.uuid('Choose the bodies it is about')),
);

const from = aDay('Enter the first day', 'The first day');

/** What the register is to be. */
export const EditionForm = formOf({
  mode: z.enum(REGISTER_MODES, 'Choose what the register is'),
  bodies: several,
  functions: words(500, 'What it is about'),
  authority: words(200, 'Who accredits'),
  words: words(2000, 'What you say about it'),
  from,
}).transform(({ from: startsOn, ...form }, context) => {
  if (form.mode === 'off' || form.bodies.length > 0) return { ...form, startsOn };
  context.addIssue({ code: 'custom', path: ['bodies'], message: 'Choose the bodies it is about' });
  return z.NEVER;
});

/** That the authority has accredited something. */
export const AccreditationForm = formOf({
  what: kindAndId(['scheme', 'module', 'outside_certificate'], 'Choose what is accredited'),
  reference: z
    .string('Enter the authority’s reference')
    .trim()
    .min(1, 'Enter the authority’s reference')
    .max(100, 'The reference must be 100 characters or fewer'),
  from,
  last: untilLast,
})
  .transform(withUntil)
  .transform(({ what, ...form }, context) => {
    if (form.until !== null && form.until <= form.from) {
      context.addIssue({ code: 'custom', path: ['last', 'day'], message: 'The last day must not be before the first' });
      return z.NEVER;
    }
    const { kind, id } = what;
    if (kind === 'scheme') return { ...form, schemeId: id, requirementId: null, kind: null };
    return { ...form, schemeId: null, requirementId: id, kind };
  });

/** What a body asks from a day on. */
export const AskedForm = formOf({
  body: z.uuid('Choose the body'),
  what: kindAndId(['requirement', 'scheme'], 'Choose what it asks'),
  from,
  confirmed: z.string().optional(),
}).transform(({ body: bodyId, what, from: first, confirmed }) => ({
  bodyId,
  what,
  from: first,
  isConfirmed: confirmed === 'yes',
}));

/** What becomes of what another officer entered. */
export const DecideForm = z.object({
  decision: z.enum(['confirm', 'withdraw'], 'Choose yes if it is right and shall count'),
});

/** From when on something is asked no more. */
export const EndForm = formOf({ from: aDay('Enter the day', 'The day') }).transform(({ from: on }) => ({ on }));
