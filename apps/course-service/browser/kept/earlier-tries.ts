import type { ScoResult } from '@induct/scorm';
import { partsIn } from './kept-parts';
import type { LaunchState } from '../launch/launch-state';
import type { NoticeWords } from '../page/notice';
import { clockTime } from '../page/save-state';
import { say, spokenLanguage } from '../speech/say';
import { type Place, Places } from './places';

/** Where somebody was in a part, before they signed in. */
export interface PlaceInPart {
  sco: string;
  location: string;
  suspendData: string;
}

/** What was done in this browser without an account, and may be taken along. */
export interface EarlierTry {
  at: string;
  /** How much of the module was done, 0 to 1; undefined: it does not say. */
  share: number | undefined;
  /** In reading order. */
  places: PlaceInPart[];
}

type Asked = Pick<LaunchState, 'versionId' | 'savedAt' | 'sequencing' | 'scos'>;

/** Of the version that is open, when nothing of its attempt is recorded yet. @param parts in reading order */
export function earlierTry(
  { versionId, savedAt, sequencing, scos }: Asked,
  parts: readonly string[],
  places: Pick<Places, 'find'> = new Places(),
): EarlierTry | undefined {
  if (!versionId || savedAt !== null || sequencing) return undefined;
  const isUntouched = parts.every((id) => scos[id]?.status.completion === 'not_attempted');
  const place = isUntouched ? places.find(versionId) : undefined;
  const found = place && placesIn(place, parts);
  return found?.length ? { at: place!.at, share: shareOf(place!.report), places: found } : undefined;
}

/** Results are left out: what was reached counts when the module says so itself, to whoever has signed in. */
function placesIn({ report }: Place, parts: readonly string[]): PlaceInPart[] {
  const { location, suspendData } = report;
  const all =
    parts.length === 1
      ? [{ sco: parts[0]!, location, suspendData }]
      : Array.from(partsIn(suspendData), ([sco, part]) => ({ sco, ...part }));
  return all
    .filter((one) => parts.includes(one.sco) && (one.location !== '' || one.suspendData !== ''))
    .map((one) => ({ sco: one.sco, location: one.location, suspendData: one.suspendData }));
}

/** What the module tells is its own count, of screens or of minutes. It has not ended: so never “100%”, and no more than there is. */
const doneInWords = (share: number): string => {
  const percent = Math.floor(share * 100 + 1e-9);
  if (percent >= 100) return say('All of it was opened.');
  return percent < 1
    ? say('It was only just begun.')
    : say('About ⟨0⟩% of it was done, as the module counts.', percent);
};

const shareOf = ({ progress }: Pick<ScoResult, 'progress'>): number | undefined =>
  progress !== undefined && progress > 0 && progress <= 1 ? progress : undefined;

const dayOf = (at: string): string =>
  new Intl.DateTimeFormat(spokenLanguage(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  }).format(new Date(at));

export const takeItAlong = ({ at, share }: EarlierTry, take: () => void, begin: () => void): NoticeWords => ({
  title: say('Take along what was done in this browser?'),
  paragraphs: [
    say('This module was begun in this browser without an account, last on ⟨0⟩ at ⟨1⟩.', dayOf(at), clockTime(at)),
    ...(share === undefined ? [] : [doneInWords(share)]),
    say(
      'If that was you, take it along: you go on where you were. It counts as begun. Whether it is finished, the module says when you have done the rest.',
    ),
  ],
  actions: [
    { text: say('Take it along'), go: take },
    { text: say('Begin from the beginning'), go: begin, secondary: true },
  ],
});
