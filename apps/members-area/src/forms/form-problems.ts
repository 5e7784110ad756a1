import { said } from '@induct/platform';
import type { z } from 'zod';

/** What a form holds as it was typed. */
export type Fields = Record<string, unknown>;

/** What templates need to show a form again: the summary at the top, and the message at each field. */
export interface FormProblems {
  errors?: { href: string; text: string }[];
  message: Record<string, { text: string }>;
}

/** Of a form that is shown for the first time. */
export const NO_PROBLEMS: FormProblems = { message: {} };

/**
 * Of each field the first thing that is wrong with it. A field of several boxes is named with the one that the summary leads
 * to: an issue at `['deadline', 'day']` stands at `deadline` and leads to `#deadline-day`.
 */
export function formProblems(error?: z.ZodError): FormProblems {
  if (!error) return NO_PROBLEMS;
  const first = new Map<string, { href: string; text: string }>();
  for (const { path, message } of error.issues) {
    const names = path.filter((part) => typeof part === 'string');
    const field = names[0] ?? '';
    if (!first.has(field)) first.set(field, { href: `#${names.join('-')}`, text: said(message) });
  }
  return {
    errors: [...first.values()],
    message: Object.fromEntries([...first].map(([field, { text }]) => [field, { text }])),
  };
}

/**
 * One thing that is wrong, at one field. Of a day, its first box: what is wrong at `from-day` stands at `from`, above all three,
 * and leads to the first.
 * @param english what is wrong, without a full stop, and sentences that say what to do about it
 */
export const problemAt = (field: string, ...english: string[]): FormProblems => {
  const text = english.map(said).join('. ');
  return { errors: [{ href: `#${field}`, text }], message: { [field.replace(/-day$/, '')]: { text } } };
};
