import type { CourseDescription, RefreshPolicy } from '@induct/course';
import { DomainError } from '@induct/platform';
import { type FormProblems, formProblems } from '../../../forms/form-problems';
import { type DescribeFields, DescribeForm } from './describe.form';
import { NOBODY_BEFORE, type RefreshFields, refreshForm } from './refresh.form';

/** The form as typed: what is shown again. */
export type PublishFields = DescribeFields & RefreshFields & { confirmed?: string; change?: string };

export interface PublishOrder {
  description: CourseDescription;
  refresh: RefreshPolicy;
}

/**
 * What an officer wants published, and how.
 * @param asks whether somebody was there before, so that the form asks what becomes of them
 * @param today `2026-11-22`
 */
export function readOrder(
  body: PublishFields | undefined,
  asks: boolean,
  today: string,
): { order: PublishOrder } | { problems: FormProblems } {
  const description = DescribeForm.safeParse(body ?? {});
  const refresh = asks ? refreshForm(today).safeParse(body ?? {}) : { success: true as const, data: NOBODY_BEFORE };
  if (description.success && refresh.success)
    return { order: { description: description.data, refresh: refresh.data } };
  const found = [formProblems(description.error), formProblems(refresh.error)];
  const errors = found.flatMap((problems) => problems.errors ?? []);
  // A date's link leads to the first of its three fields.
  for (const error of errors) if (error.href === '#retakeBy') error.href = '#retakeBy-day';
  return {
    problems: { errors, message: Object.assign({}, ...found.map(({ message }) => message)) as FormProblems['message'] },
  };
}

/** For programs: a page shows the form again. */
export class PublishFormIsWrong extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Something is missing or cannot be right';

  constructor({ errors = [] }: FormProblems) {
    super(errors.map(({ text }) => `${text}.`).join(' '));
  }
}
