import { type Asked, nameInText } from '@induct/letters';
import { britishDate, type Day } from '@induct/platform';
import { type RetakeLetter, SOON } from '@induct/progress';

/** What a letter about a retake is about. */
export interface AboutRetake {
  module: string;
  dueOn: Day;
  /** What the officer wrote of the change. */
  changeNote: string;
  /** The module's page. */
  url: string;
}

/** For somebody's letter of the day. What was completed stays on record, and it says so: nobody is to think that it was lost. */
export function askedRetake(letter: RetakeLetter, about: AboutRetake): Asked {
  const { subject, before } = WORDS[letter](about);
  return {
    subject,
    heading: 'A module to take again',
    things: 1,
    parts: [
      ...before,
      { url: about.url, text: `Open “${nameInText(about.module)}”` },
      'What you completed before, and your certificates, stay on record.',
    ],
  };
}

const WORDS: Record<RetakeLetter, (about: AboutRetake) => { subject: string; before: string[] }> = {
  asked: ({ module, dueOn, changeNote }) => ({
    subject: `Please take a module again: ${module}`,
    before: [
      `“${nameInText(module)}” has been renewed. Please take it again by ${britishDate(dueOn)}.`,
      ...(changeNote.trim() ? [`What has changed: ${changeNote.trim()}`] : []),
    ],
  }),
  soon: ({ module, dueOn }) => ({
    subject: `A reminder: please take ${module} again by ${britishDate(dueOn)}`,
    before: [
      `“${nameInText(module)}” has been renewed, and you have not completed it again yet. It is due by ${britishDate(dueOn)}, within the next ${SOON} days.`,
    ],
  }),
  overdue: ({ module, dueOn }) => ({
    subject: `Overdue: please take ${module} again`,
    before: [
      `“${nameInText(module)}” was to be taken again by ${britishDate(dueOn)}, and you have not completed it yet. Please do it as soon as you can, or tell Democratic Services if something is in the way.`,
    ],
  }),
};
