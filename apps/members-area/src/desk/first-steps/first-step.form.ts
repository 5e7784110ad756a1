import { ANCHORS, CLOSED_DAYS, COUNT_UNITS, STAGES, type StepText } from '@induct/handbook';
import { z } from 'zod';
import { perhaps, writing } from '../../forms/texts';

const [TITLE, WORDS, LAW, ADDRESS] = [150, 1500, 200, 500];
const chosen = <T extends string>(values: readonly T[], missing: string) => z.enum(values as [T, ...T[]], missing);
/** Of a choice that may be left out, or that goes with another: nothing chosen is nothing. */
const maybe = <T extends string>(values: readonly T[]) =>
  z
    .enum(values as [T, ...T[]])
    .nullable()
    .catch(null);
const whole = (words: string, least: number) =>
  z
    .string(words)
    .trim()
    .regex(/^\d{1,3}$/, words)
    .transform(Number)
    .refine((number) => number >= least, words);
const orNull = (text: string): string | null => (text === '' ? null : text);

/** What a first step says, as officers type it. */
export const StepForm = z
  .object({
    stage: chosen(STAGES, 'Choose when somebody meets it'),
    position: whole('The order must be a number from 1 to 999', 1),
    title: writing({ missing: 'Enter what there is to do', name: 'What there is to do', longest: TITLE }),
    titleCy: perhaps('What there is to do, in Welsh,', TITLE),
    about: perhaps('What it is about', WORDS),
    aboutCy: perhaps('What it is about, in Welsh,', WORDS),
    anchor: maybe(ANCHORS),
    otherAnchor: maybe(ANCHORS),
    count: z.string().trim().max(10).catch(''),
    unit: maybe(COUNT_UNITS),
    first: maybe(['yes', 'no']),
    closed: maybe(CLOSED_DAYS),
    law: perhaps('The law', LAW),
    formTitle: perhaps('The form', TITLE),
    formTitleCy: perhaps('The form, in Welsh,', TITLE),
    formUrl: perhaps('The address', ADDRESS),
    atOnceBecause: perhaps('Why it cannot wait', WORDS),
  })
  .superRefine((form, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (form.anchor) {
      if (!/^\d{1,3}$/.test(form.count)) wrong('count', 'Enter how many days or months, as a number from 0 to 999');
      if (!form.unit) wrong('unit', 'Choose days or months');
      if (!form.first) wrong('first', 'Choose whether the first day counts');
      else if (form.first === 'yes' && Number(form.count) === 0)
        wrong('count', 'Enter 1 or more: the first day counts');
      if (!form.closed) wrong('closed', 'Choose what happens when offices are closed on the last day');
      if (form.otherAnchor === form.anchor) wrong('otherAnchor', 'The other reading must count from another day');
    }
    if (!form.anchor && form.otherAnchor) wrong('anchor', 'Choose what the first reading counts from');
    if (form.formUrl && !/^(https:\/\/|\/(?!\/))\S+$/.test(form.formUrl))
      wrong('formUrl', 'The address must begin with https://, or with / for a page of the Members Area');
    if (form.formUrl && !form.formTitle) wrong('formTitle', 'Enter what the form is called');
    if (form.formTitle && !form.formUrl) wrong('formUrl', 'Enter where the form is');
  })
  .transform(
    ({ stage, position, title, about, anchor, otherAnchor, count, unit, first, closed, ...more }): StepText => ({
      stage,
      position,
      title: title.replaceAll(/\s+/g, ' '),
      about,
      titleCy: orNull(more.titleCy),
      aboutCy: orNull(more.aboutCy),
      ...(anchor
        ? { anchor, otherAnchor, count: Number(count), unit, isFirstCounted: first === 'yes', closed }
        : { anchor: null, otherAnchor: null, count: null, unit: null, isFirstCounted: null, closed: null }),
      law: orNull(more.law),
      formTitle: orNull(more.formTitle),
      formTitleCy: more.formTitle === '' ? null : orNull(more.formTitleCy),
      formUrl: orNull(more.formUrl),
      atOnceBecause: orNull(more.atOnceBecause),
    }),
  );

/** Which version was on the page: what has been changed since is not overwritten. */
export const SeenForm = z.object({ seen: z.coerce.number('Open the step again: the page was old').int().min(1) });

/** What a step says from now on, instead of the version that was seen. */
export const ChangedStepForm = z.intersection(SeenForm, StepForm).transform(({ seen, ...text }) => ({ seen, text }));

/** What a step says, as the form has it. */
export function stepFields(text: StepText): Record<string, string> {
  const { count, isFirstCounted, position, ...texts } = text;
  const fields = { ...texts, position: String(position), count: count === null ? '' : String(count) };
  const first = isFirstCounted === null ? '' : isFirstCounted ? 'yes' : 'no';
  return Object.fromEntries(
    Object.entries({ ...fields, first, atOnceBecause: '' }).map(([name, value]) => [name, value ?? '']),
  );
}
