import { ELECTION_KINDS, type ElectionKind } from '@induct/people';
import type { Day } from '@induct/platform';
import { z } from 'zod';
import { dayFields } from '../../forms/day-fields';
import { aDay, aDayOrNone, formOf } from '../../forms/form-of';

/** Bank holidays are known for these, and nobody is elected in others. */
const [FIRST, LAST] = ['2000-01-01', '2099-12-31'];

/** The days of an election, as somebody types them who knows them. */
export const DaysForm = formOf({
  kind: z.enum(ELECTION_KINDS, 'Choose what kind of election it is'),
  poll: aDay('Enter the day of the poll', 'The day of the poll'),
  declared: aDayOrNone('The day the result was declared'),
}).superRefine(({ poll, declared }, context) => {
  const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field, 'day'], message });
  if (poll < FIRST || poll > LAST) wrong('poll', 'The day of the poll must be between 2000 and 2099');
  if (declared && declared < poll) wrong('declared', 'The result is not declared before the day of the poll');
  else if (declared && declared > LAST) wrong('declared', 'The day the result was declared must be before 2100');
});

/** What an address of first weeks says. */
export interface AskedDays {
  election?: string;
  kind?: string;
  poll?: string;
  declared?: string;
}

const said = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** @param query of an address, or of the form that leads to one */
export function askedDays(query: Record<string, unknown>): AskedDays {
  const { election, kind, poll, declared } = query;
  return { election: said(election), kind: said(kind), poll: said(poll), declared: said(declared) };
}

/** Whether the form was sent: its boxes are in the address. */
export const isSent = (query: Record<string, unknown>): boolean => 'poll-day' in query;

/** The days of an address as the form has them: whoever edits one to a day that is none sees what they wrote, and what is wrong. */
export const asTyped = ({ kind = 'ordinary', poll, declared }: AskedDays): Record<string, string> => ({
  kind,
  ...typedDay('poll', poll),
  ...typedDay('declared', declared),
});

function typedDay(field: string, text: string | undefined): Record<string, string> {
  if (text === undefined) return {};
  const boxes = dayFields(field, text);
  return Object.values(boxes).some((box) => box === 'NaN') || !boxes[`${field}-day`]
    ? { [`${field}-day`]: text, [`${field}-month`]: '', [`${field}-year`]: '' }
    : boxes;
}

/** The address of the days of an election. @param to the page, or a file of it */
export function daysHref(days: { kind: ElectionKind; poll: Day; declared: Day | null }, to = FIRST_WEEKS): string {
  const { kind, poll, declared } = days;
  return `${to}?${new URLSearchParams({ kind, poll, ...(declared && { declared }) }).toString()}`;
}

/** The address of an election that is on record. */
export const electionDaysHref = (id: string, to = FIRST_WEEKS): string => `${to}?election=${id}`;

export const FIRST_WEEKS = '/candidates/first-weeks';
