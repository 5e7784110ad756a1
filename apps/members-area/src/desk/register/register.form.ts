import { REGISTER_MODES } from '@induct/accreditation';
import { z } from 'zod';
import { dayOf, untilOf } from '../council/days.form';

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

const EditionFields = z.object({
  mode: z.enum(REGISTER_MODES, 'Choose what the register is'),
  bodies: several,
  functions: words(500, 'What it is about'),
  authority: words(200, 'Who accredits'),
  words: words(2000, 'What you say above it'),
});

/** What the register is to be. */
export const EditionForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const read = told(EditionFields.safeParse(form), context);
  const startsOn = dayOf(form, 'from', 'Enter the first day', 'The first day', context);
  if (read && read.mode !== 'off' && read.bodies.length === 0) {
    context.addIssue({ code: 'custom', path: ['bodies'], message: 'Choose the bodies it is about' });
    return z.NEVER;
  }
  return read && startsOn ? { ...read, startsOn } : z.NEVER;
});

const AccreditationFields = z.object({
  what: z
    .string('Choose what is accredited')
    .regex(/^(?:scheme|module|outside_certificate):[0-9a-f-]{36}$/, 'Choose what is accredited'),
  reference: z
    .string('Enter the authority’s reference')
    .trim()
    .min(1, 'Enter the authority’s reference')
    .max(100, 'The reference must be 100 characters or fewer'),
});

/** That the authority has accredited something. */
export const AccreditationForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const read = told(AccreditationFields.safeParse(form), context);
  const from = dayOf(form, 'from', 'Enter the first day', 'The first day', context);
  const until = untilOf(form, 'last', context);
  if (!read || !from || until === undefined) return z.NEVER;
  if (until !== null && until <= from) {
    context.addIssue({ code: 'custom', path: ['last', 'day'], message: 'The last day must not be before the first' });
    return z.NEVER;
  }
  const [kind, id] = read.what.split(':') as ['scheme' | 'module' | 'outside_certificate', string];
  const what =
    kind === 'scheme' ? { schemeId: id, requirementId: null, kind: null } : { schemeId: null, requirementId: id, kind };
  return { ...what, reference: read.reference, from, until };
});

const AskedFields = z.object({
  body: z.uuid('Choose the body'),
  what: z.string('Choose what it asks').regex(/^(?:requirement|scheme):[0-9a-f-]{36}$/, 'Choose what it asks'),
});

/** What a body asks from a day on. */
export const AskedForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const read = told(AskedFields.safeParse(form), context);
  const from = dayOf(form, 'from', 'Enter the first day', 'The first day', context);
  if (!read || !from) return z.NEVER;
  const [kind, id] = read.what.split(':') as ['requirement' | 'scheme', string];
  return { bodyId: read.body, what: { kind, id }, from };
});

/** What becomes of what another officer entered. */
export const DecideForm = z.object({
  decision: z.enum(['confirm', 'withdraw'], 'Choose yes if it is right and shall count'),
});

/** From when on something is asked no more. */
export const EndForm = z.unknown().transform((sent, context) => {
  const on = dayOf((sent ?? {}) as object, 'from', 'Enter the day', 'The day', context);
  return on ? { on } : z.NEVER;
});

type Checked<T> = { success: true; data: T } | { success: false; error: z.ZodError };

/** What zod says of the plain fields, at their places. */
function told<T>(read: Checked<T>, context: z.RefinementCtx): T | undefined {
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message });
  return undefined;
}
