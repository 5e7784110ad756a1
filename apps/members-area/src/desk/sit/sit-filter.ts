import { type Day, isDay } from '@induct/platform';
import { z } from 'zod';
import { address } from '../../lists/paging';
import type { SitBody } from './sit.queries';

/** What an address asks for; what makes no sense is as if it were not there. */
export const SitFilter = z.object({
  /** Of a body. */
  body: z.uuid().optional().catch(undefined),
  on: z.string().trim().max(20).optional().catch(undefined),
});
export type SitFilter = z.infer<typeof SitFilter>;

/** The body and the day that are shown. */
export interface Asked {
  day: Day;
  body: SitBody | undefined;
  /** As typed. */
  typed: string;
  problem: string | undefined;
}

/** @param latest the last day that can be asked for, when there is one @param usual what is shown when nothing is asked */
export function dayOf(on: string | undefined, usual: Day, latest?: Day): Pick<Asked, 'day' | 'typed' | 'problem'> {
  if (!on) return { day: usual, typed: usual, problem: undefined };
  if (!isDay(on)) return { day: usual, typed: on, problem: 'Enter a real day, like 2024-02-29' };
  if (latest && on > latest) return { day: usual, typed: on, problem: 'Enter a day that has begun' };
  return { day: on, typed: on, problem: undefined };
}

/** The body that is asked for, or the first of those that ask something, or of all. */
export const bodyOf = (bodies: readonly SitBody[], id: string | undefined): SitBody | undefined =>
  bodies.find((body) => body.id === id) ?? bodies.find(({ asks }) => asks) ?? bodies[0];

/** The address of a page of the same question. */
export const addressOf = (path: string, { body, day }: Asked): string => address(path, { body: body?.id, on: day });
