import type { Anchor, NewMandate } from '@induct/accreditation';
import { CAPACITIES, type Capacity, type Role, ROLES } from '@induct/people';
import { z } from 'zod';
import { perhaps, writing } from '../../forms/texts';
import { aDay, aDayOrNone, formOf } from '../../forms/form-of';
import { kindAndId } from '../../forms/kind-and-id';
import { isId } from '../../frame/not-here';
import { untilLast } from '../council/days.form';

export const DUE = ['before_sitting', 'appointment', 'takes_office', 'election', 'fixed'] as const;
export const TITLE_LIMIT = 120;
const SOURCE_LIMIT = 300;

/** `body:` and an id, `group:` and an id, `role:member`, `person`. */
const WHOM = new RegExp(`^(role:(${ROLES.join('|')})|(body|group):(.*)|person)$`);
const isWhom = (typed: string): boolean => {
  const [, , , of, id = ''] = WHOM.exec(typed) ?? [undefined];
  return of === undefined ? WHOM.test(typed) : isId(id);
};
/** A box alone is a text, several are a list. */
const several = z.preprocess((sent) => [sent ?? []].flat(), z.array(z.enum(CAPACITIES)).catch([]));

const Fields = formOf({
  title: writing({ missing: 'Enter what it is called', name: 'What it is called', longest: TITLE_LIMIT }),
  source: perhaps('Where it comes from', SOURCE_LIMIT),
  what: kindAndId(['scheme', 'requirement', 'module'], 'Choose what has to be met'),
  whom: z.string('Choose who has to meet it').refine(isWhom, 'Choose who has to meet it'),
  capacities: several,
  who: z.string().trim().max(100).catch('').default(''),
  person: z.uuid().optional().catch(undefined),
  due: z.enum(DUE, 'Choose from when the time is counted'),
  count: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, 'Enter a number, like 28')
    .transform(Number)
    .pipe(z.number().max(3650, 'That is too long: enter 3650 or less'))
    .default(0),
  unit: z.enum(['day', 'month']).catch('day'),
  anew: z.literal('yes').optional().catch(undefined),
  fixed: aDayOrNone('The day'),
  from: aDay('Enter the first day', 'The first day'),
  last: untilLast,
});

/** What was typed, before it is looked up who is meant. */
export interface TypedMandate extends Omit<NewMandate, 'by' | 'personId'> {
  /** Of somebody, as typed; and who was chosen of several. */
  name: string;
  chosen?: string | undefined;
}

/** A new mandate. */
export const MandateForm = Fields.transform((form, context): TypedMandate => {
  const { title, source, whom, due, unit, anew, who: name, person: chosen, from, last: until } = form;
  const problem = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', path, message });
  const isFixed = due === 'fixed';
  if (isFixed && !form.fixed) problem('Enter the day', 'fixed', 'day');
  const meant = whomOf(whom, form.capacities);
  if (meant.who === 'person' && name === '') problem('Enter the name or email address of somebody', 'who');
  const beforeSitting = due === 'before_sitting';
  return {
    ...meant,
    ...whatOf(form.what),
    title,
    source,
    name,
    chosen,
    anchor: (beforeSitting ? 'appointment' : due) satisfies Anchor,
    fixedOn: isFixed ? form.fixed : null,
    count: beforeSitting ? 0 : form.count,
    unit,
    beforeSitting,
    anew: anew === 'yes',
    from,
    until,
  };
});

function whomOf(whom: string, capacities: Capacity[]): Pick<NewMandate, 'who' | 'role' | 'bodyId' | 'capacities'> {
  const [who, chosen = null] = whom.split(':') as [NewMandate['who'], string?];
  return {
    who,
    role: who === 'role' ? (chosen as Role) : null,
    bodyId: who === 'body' || who === 'group' ? chosen : null,
    capacities: who === 'body' ? capacities : [],
  };
}

const whatOf = ({ kind, id }: z.infer<typeof Fields>['what']) => ({
  schemeId: kind === 'scheme' ? id : null,
  requirementId: kind === 'requirement' ? id : null,
  courseId: kind === 'module' ? id : null,
});

const REASON = 500;

/** What an officer says to a mandate that somebody proposed. */
export const DecideForm = z.object({ decision: z.enum(['adopt', 'refuse'], 'Select whether it is adopted') });

/** Why one is ended. */
export const EndForm = z.object({
  reason: writing({ missing: 'Enter why it is ended', name: 'The reason', longest: REASON }),
});
