import { z } from 'zod';
import { type DeadlineFields, deadlineForm } from '../../../forms/deadline.form';
import { perhaps } from '../../../forms/texts';

const MISSING = 'Select who is to test it';
/** One ticked box arrives as a text, several as a list, none not at all. */
const people = z
  .union([z.array(z.uuid(MISSING)), z.uuid(MISSING).transform((one) => [one])], MISSING)
  .pipe(z.array(z.string()).max(100, 'Select 100 testers at most'));

const CHECKLIST_LIMIT = 20;

const Fields = z.object({
  testers: people,
  quorum: z
    .string('Enter how many have to sign it off')
    .trim()
    .min(1, 'Enter how many have to sign it off')
    .regex(/^\d{1,4}$/, 'How many have to sign it off must be a whole number, like 2')
    .transform(Number),
  focus: perhaps('What to look at', 4000),
  checklist: z
    .string('Enter at least one line of the checklist')
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(
      z
        .array(z.string().max(200, 'Each line of the checklist must be 200 characters or fewer'))
        .min(1, 'Enter at least one line of the checklist')
        .max(CHECKLIST_LIMIT, `The checklist can have ${CHECKLIST_LIMIT} lines at most`),
    ),
});

export interface NewRoundFields extends DeadlineFields {
  testers?: string | string[];
  quorum?: string;
  focus?: string;
  checklist?: string;
}

/** The order of the page's questions: errors are listed in it. */
const ORDER = ['testers', 'deadline', 'quorum', 'focus', 'checklist'];

/** @param least how many sign-offs the council asks for */
export const newRoundForm = (now: Date, least: number) =>
  z.unknown().transform((body, context) => {
    const fields = Fields.safeParse(body ?? {});
    const deadline = deadlineForm(now).safeParse(body ?? {});
    const issues = [...(fields.error?.issues ?? []), ...(deadline.error?.issues ?? [])].toSorted(
      (a, b) => ORDER.indexOf(String(a.path[0])) - ORDER.indexOf(String(b.path[0])),
    );
    for (const { path, message } of issues) context.addIssue({ code: 'custom', path, message });
    if (!fields.success || !deadline.success) return z.NEVER;
    const order = { ...fields.data, ...deadline.data };
    if (order.quorum < least) {
      const message = `At least ${least} testers have to sign it off`;
      context.addIssue({ code: 'custom', path: ['quorum'], message });
      return z.NEVER;
    }
    if (order.quorum > new Set(order.testers).size) {
      const message = 'How many have to sign it off cannot be more than the testers you selected';
      context.addIssue({ code: 'custom', path: ['quorum'], message });
      return z.NEVER;
    }
    return order;
  });
