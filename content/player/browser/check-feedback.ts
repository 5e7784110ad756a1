import type { Check } from './course';
import { isRight } from './marking';

export interface CheckFeedback {
  tone: 'wise' | 'partly' | 'unwise';
  verdict: string;
  html: string;
}

/** What a knowledge check says to an answer. @param words the answer in words, HTML, one line each */
export function feedbackTo(check: Check, given: string, words: string[]): CheckFeedback {
  const right = isRight(check, given);
  const near = !right && nearly(check, given);
  return {
    tone: right ? 'wise' : near ? 'partly' : 'unwise',
    verdict: right ? 'That is right' : near || 'Not quite',
    html: TEXTS[check.kind](check, given, words, right),
  };
}

/** One right answer of three is "nearly", and which are missing stays to be found. */
function nearly({ kind, right }: Check, given: string): string {
  if (kind === 'multiple')
    return given.split('').every((letter) => right.includes(letter)) ? 'Right so far, but not all of them yet' : '';
  if (kind !== 'matching' && kind !== 'ordering') return '';
  const inPlace = given.split('').filter((letter, index) => letter === right[index]).length;
  return inPlace > 0 ? `${inPlace} of ${right.length} ${inPlace === 1 ? 'is' : 'are'} in the right place` : '';
}

type Text = (check: Check, given: string, words: string[], right: boolean) => string;

const choice: Text = ({ feedback }, given) => `<p>${feedback[given]}</p>`;
const whole: Text = ({ ifRight, ifWrong }, _given, _words, right) => `<p>${right ? ifRight : ifWrong}</p>`;

const TEXTS: Record<Check['kind'], Text> = {
  single: choice,
  'true-false': choice,
  multiple: ({ feedback }, given, words) =>
    list(given.split('').map((letter, index) => `<b>${words[index]}.</b> ${feedback[letter]}`)),
  matching: (check, given, words, right) => {
    const lines = words.map((line, index) => {
      const fits = given[index] === check.right[index];
      const why = check.feedback[index + 1];
      return `<b>${line}</b>: ${fits ? 'right' : 'not this one'}.${why && fits ? ` ${why}` : ''}`;
    });
    return whole(check, given, words, right) + list(lines);
  },
  ordering: whole,
  number: whole,
};

const list = (lines: string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
