import type { ScoStatus } from '../launch/launch-state';
import { statusMark } from './contents';
import type { NoticeWords } from './notice';

type Go = () => void;

/** Content said that it is done, and its page has stayed: a link to a letter or a file does that. */
export const stillHere = (again: Go, leave: Go, understood: Go): NoticeWords => ({
  title: 'You are still in the module',
  paragraphs: ['It took you to be leaving. Carry on; if it does not react any more, open it again.'],
  actions: [
    { text: 'Carry on', go: understood, secondary: true },
    { text: 'Open it again', go: again, secondary: true },
    { text: 'Exit and save', go: leave, secondary: true },
  ],
});

/** The only part has ended. What stands in its page, a result perhaps, can be read as long as anybody likes. */
export const moduleDone = (title: string, status: ScoStatus, again: Go, leave: Go): NoticeWords => ({
  title: partTitle({ title, status }),
  paragraphs: [],
  actions: [
    { text: 'See what was recorded', go: leave },
    { text: 'Open it again', go: again, secondary: true },
  ],
});

interface NextPart {
  title: string;
  /** It was passed over, or not passed: there is none after the one that has ended. */
  isLeft: boolean;
  go: Go;
}

/** @param othersWait parts that cannot be opened yet */
export const partEnded = (
  part: { title: string; status: ScoStatus },
  next: NextPart | undefined,
  again: Go,
  leave: Go,
  othersWait = false,
): NoticeWords => {
  const isDone = statusMark(part.status) === 'done';
  return {
    title: partTitle(part),
    paragraphs: [
      ...(isDone ? [] : ['You can go on with it at any time.']),
      next || !othersWait ? nextWords(next) : 'What comes next opens when it is done.',
    ],
    actions: [
      ...(isDone ? [] : [{ text: 'Open it again', go: again }]),
      ...(next
        ? [{ text: next.isLeft ? 'Go to that part' : 'Go to the next part', go: next.go, secondary: !isDone }]
        : []),
      { text: 'Exit and save', go: leave, secondary: next !== undefined || !isDone },
    ],
  };
};

interface FirstPart {
  title: string;
  isDone: boolean;
  go: Go;
}

/** Nothing is open yet. @param choose shows the contents */
export const whatFirst = ({ title, isDone, go }: FirstPart, choose: Go | undefined, leave: Go): NoticeWords => ({
  title: 'Choose what to do next',
  paragraphs: ['What you have done is saved.'],
  actions: [
    { text: isDone ? `Open “${title}” again` : `Go on with “${title}”`, go },
    ...(choose ? [{ text: 'Show the contents', go: choose, secondary: true }] : []),
    { text: 'Exit and save', go: leave, secondary: true },
  ],
});

function nextWords(next: NextPart | undefined): string {
  if (!next) return 'This was the last part. You can open any part again from the contents.';
  return next.isLeft ? `This was the last part, but “${next.title}” is not done yet.` : `Next: ${next.title}`;
}

function partTitle({ title, status }: { title: string; status: ScoStatus }): string {
  if (status.success === 'failed') return `You have not passed “${title}” yet`;
  return statusMark(status) === 'done' ? `You have finished “${title}”` : `“${title}” is not finished yet`;
}
