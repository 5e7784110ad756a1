import type { z } from 'zod';

/** What templates need to show a form again: the summary at the top, and the message at each field. */
export interface FormProblems {
  errors?: { href: string; text: string }[];
  message: Record<string, { text: string }>;
}

/** Of each field the first thing that is wrong with it. */
export function formProblems(error?: z.ZodError): FormProblems {
  if (!error) return { message: {} };
  const first = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const field = String(path[0]);
    if (!first.has(field)) first.set(field, message);
  }
  const fields = [...first];
  return {
    errors: fields.map(([field, text]) => ({ href: `#${field}`, text })),
    message: Object.fromEntries(fields.map(([field, text]) => [field, { text }])),
  };
}
