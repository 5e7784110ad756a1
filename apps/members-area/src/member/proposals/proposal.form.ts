import type { NewProposal } from '@induct/events';
import { w } from '@induct/platform';
import { z } from 'zod';
import { lines, perhaps, writing } from '../../forms/texts';

export const WHY_LIMIT = 2000;
const OUTCOME_LIMIT = 200;
const MOST_OUTCOMES = 12;

/** A text that may be left out, and is not there then. */
const orNone = (name: string, longest: number) => perhaps(name, longest).transform((text) => text || null);

/** What somebody wants to see in the programme. */
export const ProposalForm = z.object({
  title: writing({ missing: 'Enter what it would be called', name: 'The title', longest: 150 }),
  why: writing({ missing: 'Enter why it is needed', name: 'Why it is needed', longest: WHY_LIMIT }),
  priority: orNone('The priority', 200),
  outcomes: lines
    .default('')
    .transform((text) => text.split('\n').flatMap((line) => line.trim() || []))
    .pipe(
      z
        .array(
          z.string().max(OUTCOME_LIMIT, { error: () => w`Each outcome must be ${OUTCOME_LIMIT} characters or fewer` }),
        )
        .max(MOST_OUTCOMES, {
          error: () => w`Enter ${MOST_OUTCOMES} outcomes or fewer, each on a line of its own`,
        }),
    ),
  forWhom: orNone('Whose wish it is', 150),
}) satisfies z.ZodType<NewProposal>;
