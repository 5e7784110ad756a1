import {
  LANGUAGES_CALLED,
  type ListedTemplate,
  type Sample,
  type Template,
  type TemplateState,
} from '@induct/accreditation';
import { britishDate, type Day } from '@induct/platform';
import type { Tag } from '../../words/tag';

export const EVERY_SCHEME = 'Every scheme that has none of its own';

const STATES: Record<TemplateState | 'in-use' | 'sent-back', Tag> = {
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

/** For whoever does not see the picture: what a certificate of the template shows. */
const SHOWS: Record<Sample, string> = {
  usual: 'to Siân Rees-Pritchard, with the four requirements that she met and the day of each',
  longest: 'to somebody with a name of a hundred letters, with twelve requirements of long titles',
  by_hand: 'to Siân Rees-Pritchard by decision of two officers, with what was shown',
};

/** The words of a picture of a preview. */
export function showsWords(sample: Sample, { layout, words }: Template): string {
  const headings = [words.cy, words.en].filter(
    (_, at) => layout.languages === 'both' || layout.languages === ['cy', 'en'][at],
  );
  const called = headings.flatMap((one) => one?.heading ?? []).join(' · ');
  const arms = {
    none: '',
    centre: ', with a place for the council’s arms in the middle',
    left: ', with a place for the council’s arms on the left',
  };
  const frame = layout.frame === 'ornate' ? 'an ornate frame' : 'a plain frame';
  const seal = layout.seal ? ' with a seal' : '';
  return `“${called}” in ${LANGUAGES_CALLED[layout.languages]}, ${SHOWS[sample]}${arms[layout.arms]}, in ${frame}${seal}. “Specimen” stands across it.`;
}
