import type { Doubt } from '@induct/progress';
import type { MemberAttempt } from './member.queries';

const WORDS: Record<Doubt, string> = {
  quick_day: "was completed on a day with more completions than the time allows",
  more_time_than_passed_day: "was completed on a day whose modules together reported far more learning time than had passed",
  quick: 'was completed within ten seconds of being opened',
  more_time_than_passed:
    'reported more learning time than had passed, and was given only what had. When it is so with everybody, it is the module and not the member',
};

/** What an officer should look at: completions that are hard to believe. They count all the same. */
export function doubtsInWords(attempts: readonly Pick<MemberAttempt, 'number' | 'doubts'>[]): string[] {
  return attempts.flatMap(({ number, doubts }) => (doubts ?? []).map((doubt) => `Attempt ${number} ${WORDS[doubt]}.`));
}
