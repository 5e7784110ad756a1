import { SEVERITIES } from '@induct/steering';
import { z } from 'zod';
import { perhaps, writing } from '../../forms/texts';

const TEXT_LIMIT = 4000;
const id = (missing: string) => z.uuid(missing);

/** One form for each thing that can be done with a finding; its name is the last part of the address. */
export const FINDING_FORMS = {
  comment: z.object({ text: writing({ missing: 'Enter a comment', name: 'The comment', longest: TEXT_LIMIT }) }),
  answer: z.object({ text: writing({ missing: 'Enter an answer', name: 'The answer', longest: TEXT_LIMIT }) }),
  assign: z.object({
    /** Empty: nobody. */
    assignee: z.union([z.literal('').transform(() => null), id('Choose a person from the list')], {
      error: 'Choose a person from the list',
    }),
  }),
  fixed: z.object({
    version: id('Select the version it is fixed in'),
    text: perhaps('The note', TEXT_LIMIT),
  }),
  'will-not-fix': z.object({
    reason: writing({
      missing: 'Enter why it will not be fixed',
      name: 'The reason',
      longest: TEXT_LIMIT,
      least: { characters: 10, says: 'Say the reason so that others understand it: 10 characters or more' },
    }),
  }),
  confirm: z.object({ text: perhaps('The note', TEXT_LIMIT) }),
  reopen: z.object({
    text: writing({ missing: 'Enter what is still wrong', name: 'What is still wrong', longest: TEXT_LIMIT }),
  }),
  severity: z.object({ severity: z.enum(SEVERITIES, 'Select how serious it is') }),
  withdraw: z.object({ sure: z.literal('yes', 'Tick the box if you want to withdraw the finding') }),
} as const;

export type FindingAct = keyof typeof FINDING_FORMS;
