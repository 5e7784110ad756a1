import type { ScoStatus } from '../launch/launch-state';
import { statusMark } from './contents';
import type { NoticeWords } from './notice';
import { say } from '../speech/say';

type Go = () => void;

/** Content said that it is done, and its page has stayed: a link to a letter or a file does that. */
export const stillHere = (again: Go, leave: Go, understood: Go): NoticeWords => ({
  title: say('You are still in the module'),
  paragraphs: [say('It took you to be leaving. Carry on; if it does not react any more, open it again.')],
  actions: [
    { text: say('Carry on'), go: understood, secondary: true },
    { text: say('Open it again'), go: again, secondary: true },
    { text: say('Exit and save'), go: leave, secondary: true },
  ],
});

/** The only part has ended. What stands in its page, a result perhaps, can be read as long as anybody likes. */
export const moduleDone = (title: string, status: ScoStatus, again: Go, leave: Go): NoticeWords => ({
  title: partTitle({ title, status }),
  paragraphs: [],
  actions: [
    { text: say('See what was recorded'), go: leave },
    { text: say('Open it again'), go: again, secondary: true },
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
      ...(isDone ? [] : [say('You can go on with it at any time.')]),
      next || !othersWait ? nextWords(next) : say('What comes next opens when it is done.'),
    ],
    actions: [
      ...(isDone ? [] : [{ text: say('Open it again'), go: again }]),
      ...(next
        ? [{ text: next.isLeft ? say('Go to that part') : say('Go to the next part'), go: next.go, secondary: !isDone }]
        : []),
      { text: say('Exit and save'), go: leave, secondary: next !== undefined || !isDone },
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
  title: say('Choose what to do next'),
  paragraphs: [say('What you have done is saved.')],
  actions: [
    { text: isDone ? say('Open “⟨0⟩” again', title) : say('Go on with “⟨0⟩”', title), go },
    ...(choose ? [{ text: say('Show the contents'), go: choose, secondary: true }] : []),
    { text: say('Exit and save'), go: leave, secondary: true },
  ],
});

function nextWords(next: NextPart | undefined): string {
  if (!next) return say('This was the last part. You can open any part again from the contents.');
  return next.isLeft
    ? say('This was the last part, but “⟨0⟩” is not done yet.', next.title)
    : say('Next: ⟨0⟩', next.title);
}

/** What is said of a part that has ended. */
export function partTitle({ title, status }: { title: string; status: ScoStatus }): string {
  if (status.success === 'failed') return say('You have not passed “⟨0⟩” yet', title);
  return statusMark(status) === 'done'
    ? say('You have finished “⟨0⟩”', title)
    : say('“⟨0⟩” is not finished yet', title);
}
