import { z } from 'zod';
import { MOST_SHOWN } from './jobs.view';

/** As a button of the page names it: `letters:…`. */
export interface FailedWork {
  kind: 'certificates' | 'letters';
  id: string;
}

const NAMED = /^(certificates|letters):([0-9a-f-]{36})$/;

/** What is tried again. What names nothing is left out: only the page itself writes these fields. */
export const RetryForm = z
  .object({
    job: z
      .union([z.string().transform((one) => [one]), z.array(z.string())])
      .transform((names) => names.slice(0, MOST_SHOWN).flatMap(workOf)),
  })
  .catch({ job: [] });

function workOf(name: string): FailedWork[] {
  const [, kind, id] = NAMED.exec(name) ?? [];
  return id && z.uuid().safeParse(id).success ? [{ kind: kind as FailedWork['kind'], id }] : [];
}
