import { nameInText, plainLetter } from '@induct/letters';
import { britishDate, type Day } from '@induct/platform';
import { type Decision, DECISION_NAMES } from './version-state';

/** The version a letter is about. */
export interface AboutVersion {
  title: string;
  number: number;
  /** Its page for the steering group. */
  url: string;
}

/** To the steering group: a programme is to be decided about. */
export const proposedLetter = (name: string, { title, number, url }: AboutVersion) =>
  plainLetter({
    subject: `A programme to decide about: ${title}`,
    name,
    before: [
      `version ${number} of the programme “${nameInText(title)}” is proposed to the steering group. Please read it.`,
    ],
    link: { url, text: 'Read the programme' },
    after: [
      'What your meeting decides is recorded with its minute, and one of you confirms that it was decided so. Until then it is not published.',
    ],
  });

/** To the steering group: one of them is to confirm what was recorded. */
export const confirmLetter = (
  name: string,
  { title, number, url, decision, meetingOn }: AboutVersion & { decision: Decision; meetingOn: Day },
) =>
  plainLetter({
    subject: `Please confirm what was decided: ${title}`,
    name,
    before: [
      `of version ${number} of the programme “${nameInText(title)}” it is recorded that the steering group decided on ${britishDate(meetingOn)}: ${DECISION_NAMES[decision].toLowerCase()}.`,
      'Please read what was recorded. If you were there and it is right, confirm it: the first of you who does so is enough.',
    ],
    link: { url, text: 'Read and confirm it' },
  });
