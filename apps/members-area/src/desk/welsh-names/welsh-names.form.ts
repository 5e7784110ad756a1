import { type NamedKind, textProblem, tidied, type WelshChange } from '@induct/accreditation';
import { z } from 'zod';
import type { Fields } from '../../forms/form-problems';

/** As long as the longest that certificates were tried with. */
const LONGEST = 120;
const FIELD = /^cy-(council|scheme|requirement)-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** The field of a Welsh name: `cy-scheme-0195…`. */
export const fieldOf = ({ kind, id }: { kind: NamedKind; id: string }): string => `cy-${kind}-${id}`;
/** What the page said it is called when it was opened. */
export const wasOf = (of: { kind: NamedKind; id: string }): string => fieldOf(of).replace('cy', 'was');

/** `“Cynllunio”: It must be …`: the summary stands far from the field. */
const about = (welsh: string): string => (welsh.length > 30 ? `${welsh.slice(0, 30).trim()}…` : welsh);

/** The names that were changed on the page; the others stay, whatever became of them since it was opened. */
export const WelshNamesForm = z.unknown().transform((sent, context): WelshChange[] => {
  const form = (sent ?? {}) as Fields;
  return Object.entries(form).flatMap(([field, typed]) => {
    const [, kind, id] = (FIELD.exec(field) ?? []) as unknown as [string, NamedKind, string];
    if (!id || typeof typed !== 'string') return [];
    const was = form[wasOf({ kind, id })];
    const [before, welsh] = [typeof was === 'string' ? was : '', tidied(typed)];
    if (welsh === before) return [];
    const problem = textProblem(welsh, { longest: LONGEST, places: [] });
    if (problem) context.addIssue({ code: 'custom', path: [field], message: `“${about(welsh)}”: ${problem}` });
    return [{ kind, id, before: before || null, welsh: welsh || null }];
  });
});
