import { britishTimeAndDate } from '@induct/platform';
import type { Doubt } from '@induct/progress';
import type { MemberAttempt } from './member.queries';

const WORDS: Record<Doubt, string> = {
  quick: 'was completed within ten seconds of being opened',
  more_time_than_passed:
    'reported more learning time than had passed, and was given only what had. When it is so with everybody, it is the module and not the member',
  other_order:
    'was completed with parts opened in an order that the module does not allow: look at how it was done, save by save',
  quick_day: 'was completed on a day on which this member completed more modules than there was time for',
  more_time_than_passed_day:
    'was completed on a day on which this member’s modules together reported far more learning time than had passed',
};

/** What an officer should look at: completions that are hard to believe. No certificate comes of them until then. */
export function doubtsInWords(attempts: readonly Pick<MemberAttempt, 'number' | 'doubts'>[]): string[] {
  return attempts.flatMap(({ number, doubts }) => (doubts ?? []).map((doubt) => `Attempt ${number} ${WORDS[doubt]}.`));
}

/** What an officer has said, in words; undefined until somebody has looked. */
export function lookInWords({ number, look }: Pick<MemberAttempt, 'number' | 'look'>): string | undefined {
  if (!look) return undefined;
  const verdict = look.counts ? 'counts' : 'does not count';
  return `${look.by} looked at attempt ${number} at ${britishTimeAndDate(look.at)}: it ${verdict}. “${look.words}”`;
}
