import type { CourseDescription, RefreshPolicy } from '@induct/course';
import { z } from 'zod';
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
export const orderForm = (asks: boolean, today: string) =>
  z.unknown().transform((sent, context): PublishOrder => {
    const description = DescribeForm.safeParse(sent);
    const refresh = asks ? refreshForm(today).safeParse(sent) : { success: true as const, data: NOBODY_BEFORE };
    if (description.success && refresh.success) return { description: description.data, refresh: refresh.data };
    for (const { path, message } of [...(description.error?.issues ?? []), ...(refresh.error?.issues ?? [])])
      context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });
