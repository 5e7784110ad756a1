import { CAPACITIES } from '@induct/people';
import { type Day, dayInLondon } from '@induct/platform';
import { z } from 'zod';
import { lastDayIn } from '../../forms/day-fields';

/** Whom a batch is to be for, as it is typed. */
export interface TypedBatch {
  schemeId: string;
  politicalGroup: string | null;
  bodyId: string | null;
  capacity: string | null;
  untilDay: Day;
  onlyWithout: boolean;
}

const perhapsNone = z
  .string()
  .default('')
  .transform((value) => value || null);

const Fields = z.object({
  scheme: z.uuid('Select what the certificates are of'),
  group: perhapsNone,
  body: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  capacity: z.union([z.literal('').transform(() => null), z.enum(CAPACITIES)]).default(null),
  without: z.string().optional(),
});

/** @param now without a last day, today is it; none lies ahead */
export const batchForm = (now: Date) =>
  z.unknown().transform((sent, context): TypedBatch => {
    const problem = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const today = dayInLondon(now);
    const read = Fields.safeParse(sent);
    for (const { path, message } of read.error?.issues ?? [])
      problem([String(path[0])], path[0] === 'scheme' ? message : 'Select one of the list');
    const until = lastDayIn(sent as object, 'until', '');
    if ('problem' in until && until.problem !== '') problem(['until', 'day'], until.problem);
    if ('day' in until && until.day > today) problem(['until', 'day'], 'The last day must be today or in the past');
    if (context.issues.length > 0 || !read.data) return z.NEVER;
    const { scheme: schemeId, group: politicalGroup, body: bodyId, capacity, without } = read.data;
    const untilDay = 'day' in until ? until.day : today;
    return { schemeId, politicalGroup, bodyId, capacity, untilDay, onlyWithout: without === 'yes' };
  });

/** Carries out what was read. */
export const BeginForm = z.object({ digest: z.string('Look at the dry run again').regex(/^[0-9a-f]{64}$/) });

/** Who issues the certificates of a scheme. */
export const WhoIssuesForm = z.object({
  scheme: z.uuid('Select a scheme'),
  issuedBy: z.enum(['system', 'officer'], 'Select who issues them'),
});
