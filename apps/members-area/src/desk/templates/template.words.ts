import type { ListedTemplate, Sample, TemplateState } from '@induct/accreditation';
import { britishDate, type Day } from '@induct/platform';

export const EVERY_SCHEME = 'Every scheme that has none of its own';

const STATES: Record<TemplateState | 'in-use' | 'sent-back', { text: string; kind: string }> = {
  draft: { text: 'Draft', kind: 'todo' },
  'sent-back': { text: 'Sent back', kind: 'warning' },
  proposed: { text: 'Proposed', kind: 'warning' },
  approved: { text: 'Approved', kind: 'going' },
  'in-use': { text: 'In use', kind: 'done' },
  withdrawn: { text: 'Withdrawn', kind: 'bad' },
};

export function stateTag({ state, isSentBack, isInUse }: Pick<ListedTemplate, 'state' | 'isSentBack' | 'isInUse'>) {
  if (isInUse) return STATES['in-use'];
  return STATES[isSentBack ? 'sent-back' : state];
}

export const fromWords = (fromDay: Day | null): string =>
  fromDay === null ? 'The day on which it is approved' : britishDate(fromDay);

/** What each preview shows. */
export const SAMPLE_NAMES: Record<Sample, string> = {
  usual: 'A usual certificate',
  longest: 'The longest name and twelve requirements',
  by_hand: 'Issued by hand by two officers',
};
