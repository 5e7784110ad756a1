import type { DistrictText, GeneralText, PlacedText } from '@induct/handbook';
import { z } from 'zod';
import { dayFields } from '../../forms/day-fields';
import { aDayOrNone, formOf } from '../../forms/form-of';
import { perhaps, writing } from '../../forms/texts';

const [TITLE, BODY] = [150, 20_000];
const orNull = (text: string): string | null => (text === '' ? null : text);
/** Of a list of buttons: what is to happen to the text. */
const aButton = z.enum(['save', 'preview']).catch('save').default('save');
/** The newest text that was on the page: what has been written since is not overwritten. */
const seenNumber = z.coerce.number('Open the page again: it was old').int().min(0);

const BODIES = { body: perhaps('The text', BODY), bodyCy: perhaps('The text in Welsh', BODY) };
const bodiesOf = ({ body, bodyCy }: { body: string; bodyCy: string }): DistrictText => ({
  body,
  bodyCy: orNull(bodyCy),
});

/** Which of the entries it is in, of a new one. */
export const NewEntryForm = z.object({
  kind: z.enum(['chapter', 'section', 'question'], 'Go back and choose what to add').default('chapter'),
  in: z.string().max(100).catch('').default(''),
});

const General = formOf({
  title: writing({ missing: 'Enter what it is called', name: 'What it is called', longest: TITLE }),
  titleCy: perhaps('What it is called in Welsh', TITLE),
  ...BODIES,
  position: z
    .string('Enter its order as a number from 1 to 999')
    .trim()
    .regex(/^[1-9]\d{0,2}$/, 'Its order must be a number from 1 to 999')
    .transform(Number),
  until: aDayOrNone('The last day'),
  when: z.enum(['edition', 'now'], 'Choose when members read it'),
  act: aButton,
  seen: seenNumber,
});

/** What everybody is told. */
export const GeneralTextForm = General.transform(({ title, titleCy, position, until, when, act, seen, ...bodies }) => ({
  act,
  seen,
  text: {
    ...bodiesOf(bodies),
    title: title.replaceAll(/\s+/g, ' '),
    titleCy: orNull(titleCy),
    position,
    until,
    isAtOnce: when === 'now',
  } satisfies GeneralText,
}));

/** What a district is told beside that. */
export const DistrictTextForm = z
  .object({ ...BODIES, act: aButton, seen: seenNumber })
  .transform(({ act, seen, ...bodies }) => ({ act, seen, text: bodiesOf(bodies) }));

/** Taking something out: at once, or with the next edition. */
export const WithdrawForm = z.object({
  when: z.enum(['edition', 'now'], 'Choose when members see it no more'),
  seen: seenNumber,
});

/** Moving something: to the address of what it stands in then. */
export const MoveForm = z.object({
  to: z.string('Choose where it stands').trim().min(1, 'Choose where it stands').max(100),
  seen: seenNumber,
});

/** A text, as the forms have it. Whoever changes it says anew when members read it. */
export function textFields(text: Partial<PlacedText> | undefined): Record<string, string> {
  const { title, titleCy, body, bodyCy, position, until } = text ?? {};
  const fields = { title, titleCy, body, bodyCy, position: position === undefined ? '' : String(position) };
  const known = Object.entries(fields).map(([name, value]) => [name, value ?? '']);
  return { ...(Object.fromEntries(known) as Record<string, string>), ...dayFields('until', until ?? null) };
}
