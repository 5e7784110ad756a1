import { type Asked, nameInText } from '@induct/letters';
import { type Day, readerDate, said, w } from '@induct/platform';
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
    heading: said('A module to take again'),
    things: 1,
    parts: [
      ...before,
      { url: about.url, text: w`Open “${nameInText(about.module)}”` },
      said('What you completed before, and your certificates, stay on record.'),
    ],
  };
}

const WORDS: Record<RetakeLetter, (about: AboutRetake) => { subject: string; before: string[] }> = {
  asked: ({ module, dueOn, changeNote }) => ({
    subject: w`Please take a module again: ${module}`,
    before: [
      w`“${nameInText(module)}” has been renewed. Please take it again by ${readerDate(dueOn)}.`,
      ...(changeNote.trim() ? [w`What has changed: ${changeNote.trim()}`] : []),
    ],
  }),
  soon: ({ module, dueOn }) => ({
    subject: w`A reminder: please take ${module} again by ${readerDate(dueOn)}`,
    before: [
      w`“${nameInText(module)}” has been renewed, and you have not completed it again yet. It is due by ${readerDate(dueOn)}, within the next ${SOON} days.`,
    ],
  }),
  overdue: ({ module, dueOn }) => ({
    subject: w`Overdue: please take ${module} again`,
    before: [
      w`“${nameInText(module)}” was to be taken again by ${readerDate(dueOn)}, and you have not completed it yet. Please do it as soon as you can, or tell Democratic Services if something is in the way.`,
    ],
  }),
};
