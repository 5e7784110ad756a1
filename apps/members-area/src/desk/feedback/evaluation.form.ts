import type { EventEvaluationEntity, Stated } from '@induct/events';
import { britishDate } from '@induct/platform';
import { z } from 'zod';
import { aDayOrNone, formOf } from '../../forms/form-of';
import type { Fields } from '../../forms/form-problems';
import { perhaps } from '../../forms/texts';

export const LONGEST_STATEMENT = 1000;

/** Evaluated, or a reason: what is not chosen is left as it was typed. */
export const EvaluationForm = formOf({
  what: z.enum(['contribution', 'reason'], 'Choose whether you state a contribution'),
  priority: perhaps('The priority', 200),
  contribution: perhaps('What it contributed', LONGEST_STATEMENT),
  agreed: aDayOrNone('The day of the decision'),
  minute: perhaps('The decision', 200),
  reason: perhaps('The reason', LONGEST_STATEMENT),
}).transform(({ what, priority, contribution, agreed, minute, reason }, context): Stated => {
  const missing = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (what === 'reason') {
    if (reason === '') missing('reason', 'Enter why it is not evaluated');
    return { reason };
  }
  if (priority === '') missing('priority', 'Enter the priority');
  if (contribution === '') missing('contribution', 'Enter what it contributed');
  if (agreed !== null && minute === '') missing('minute', 'Enter which decision it was');
  if (agreed === null && minute !== '')
    context.addIssue({ code: 'custom', path: ['agreed', 'day'], message: 'Enter the day of the decision' });
  return { priority, contribution, agreed: agreed === null ? null : { on: agreed, minute } };
});

/** As the form is filled in when it is opened. */
export function evaluationFields(known: EventEvaluationEntity | null): Fields {
  if (!known) return {};
  const [year, month, day] = known.agreedOn?.split('-').map(Number) ?? [];
  return {
    what: known.reason === null ? 'contribution' : 'reason',
    priority: known.priority ?? '',
    contribution: known.contribution ?? '',
    minute: known.minute ?? '',
    reason: known.reason ?? '',
    'agreed-day': day,
    'agreed-month': month,
    'agreed-year': year,
  };
}

/** Who has to agree to it, and whether they have. */
export const agreedInWords = (known: EventEvaluationEntity | null): string | undefined =>
  known?.agreedOn ? `Agreed on ${britishDate(known.agreedOn)}: ${known.minute}` : undefined;
