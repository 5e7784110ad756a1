import { nameInText, plainLetter } from '@induct/letters';
import { britishTimeAndDate } from '@induct/platform';

/** The round a letter is about. */
export interface AboutRound {
  /** Its page. */
  url: string;
  module: string;
  version: number;
  round: number;
  deadline: Date;
  focus: string;
}

/** To a tester of a round that was opened. */
export const invitationLetter = (name: string, about: AboutRound) =>
  plainLetter({
    subject: `Please test a module: ${about.module}`,
    name,
    before: [
      `version ${about.version} of “${nameInText(about.module)}” is ready for the steering group to test. Please look at it and decide by ${britishTimeAndDate(about.deadline)}.`,
      ...(about.focus ? [`What to look at: ${about.focus}`] : []),
    ],
    link: { url: about.url, text: `Open test round ${about.round}` },
    after: ['Nothing you do in the preview counts as your own learning.'],
  });

/** To a tester who has not decided. */
export const nudgeLetter = (name: string, about: AboutRound) =>
  plainLetter({
    subject: `A reminder: please test ${about.module}`,
    name,
    before: [
      `the test round on version ${about.version} of “${nameInText(about.module)}” waits for your decision. It closes at ${britishTimeAndDate(about.deadline)}.`,
    ],
    link: { url: about.url, text: `Open test round ${about.round}` },
  });

/** To a tester who has not decided, when the round has another last day. */
export const movedLetter = (name: string, about: AboutRound) =>
  plainLetter({
    subject: `Another last day: please test ${about.module}`,
    name,
    before: [
      `the test round on version ${about.version} of “${nameInText(about.module)}” has another last day. It closes at ${britishTimeAndDate(about.deadline)} now, or as soon as enough testers have signed off.`,
    ],
    link: { url: about.url, text: `Open test round ${about.round}` },
  });

/** To the author of findings that were marked as fixed in the version under test. */
export const findingsBackLetter = (
  name: string,
  about: { module: string; version: number; url: string; findings: readonly { number: number; text: string }[] },
) =>
  plainLetter({
    subject: `Please confirm: ${about.findings.length === 1 ? 'your finding is' : 'your findings are'} fixed in ${about.module}`,
    name,
    before: [
      `version ${about.version} of “${nameInText(about.module)}” is said to mend what you found. Please go to the same place and confirm, or open the finding again:`,
      ...about.findings.map(({ number, text }) => `Finding ${number}: ${shortened(text)}`),
    ],
    link: { url: about.url, text: about.findings.length === 1 ? 'Open the finding' : 'Open the test round' },
  });

/** To testers and the officer who opened it. @param outcome a sentence */
export const closedLetter = (name: string, about: AboutRound, outcome: string) =>
  plainLetter({
    subject: `Test round closed: ${about.module}`,
    name,
    before: [
      `test round ${about.round} on version ${about.version} of “${nameInText(about.module)}” is closed. ${outcome}`,
    ],
    link: { url: about.url, text: 'See what it came to' },
  });

const shortened = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
