import type { ScoStatus } from '../launch-state';
import { statusMark } from './contents';
import type { NoticeWords } from './notice';
import { clockTime } from './save-state';

type Go = () => void;

export const openedElsewhere = (siteReturnUrl: string): NoticeWords => ({
  title: 'You opened this module somewhere else',
  paragraphs: [
    'Carry on in the other window, tab or device. This one no longer keeps your place.',
    'What you did here before is saved.',
  ],
  actions: [{ text: 'Back to the Members Area', go: siteReturnUrl }],
});

export const sessionEnded = (siteReturnUrl: string): NoticeWords => ({
  title: 'This page can no longer save',
  paragraphs: [
    'It has been open for a long time. What was not saved yet is kept on this device, and is sent when you open the module again here.',
  ],
  actions: [{ text: 'Open the module again', go: siteReturnUrl }],
});

export const notSavedYet = (leave: Go, stay: Go): NoticeWords => ({
  title: 'Not saved yet',
  paragraphs: [
    'We cannot reach the Members Area at the moment, and keep trying. You will be taken on as soon as it has worked.',
    'If you leave now, what you did is kept on this device and is sent when you next open this module here.',
  ],
  actions: [
    { text: 'Stay in the module', go: stay },
    { text: 'Leave anyway', go: leave, secondary: true },
  ],
});

export const earlierWorkNotSent = (again: Go, goOn: Go): NoticeWords => ({
  title: 'Your last visit has not been saved yet',
  paragraphs: [
    'Some of what you did last time is still on this device, and we cannot reach the Members Area to save it.',
    'If you go on now, you may start at an earlier place. Nothing is thrown away.',
  ],
  actions: [
    { text: 'Try again', go: again },
    { text: 'Go on without it', go: goOn, secondary: true },
  ],
});

/** The server will never take it as it is. @param goOn left out when the module has been left already */
export const notTaken = (now: Date, leave: Go, goOn?: Go): NoticeWords => ({
  title: 'Your answers are kept on this device',
  paragraphs: [
    'The Members Area did not take some of what you did here. Trying again straight away would not help, so we have stopped.',
    `Tell Democratic Services the name of this module and the time, ${clockTime(now.toISOString())}. Until they have looked into it, use this device and do not clear its browser’s data: what is kept here is offered again whenever you open this module.`,
  ],
  actions: [
    ...(goOn ? [{ text: 'Carry on', go: goOn }] : []),
    { text: 'Leave the module', go: leave, secondary: goOn !== undefined },
  ],
});

interface NextPart {
  title: string;
  /** It was passed over, or not passed: there is none after the one that has ended. */
  isLeft: boolean;
  go: Go;
}

export const partEnded = (
  part: { title: string; status: ScoStatus },
  next: NextPart | undefined,
  again: Go,
  leave: Go,
): NoticeWords => {
  const isDone = statusMark(part.status) === 'done';
  return {
    title: partTitle(part),
    paragraphs: [...(isDone ? [] : ['What you did in it is kept.']), nextWords(next)],
    actions: [
      ...(isDone ? [] : [{ text: 'Open it again', go: again }]),
      ...(next
        ? [{ text: next.isLeft ? 'Go to that part' : 'Go to the next part', go: next.go, secondary: !isDone }]
        : []),
      { text: 'Exit and save', go: leave, secondary: next !== undefined || !isDone },
    ],
  };
};

function nextWords(next: NextPart | undefined): string {
  if (!next) return 'This was the last part. You can open any part again from the contents.';
  return next.isLeft ? `This was the last part, but “${next.title}” is not done yet.` : `Next: ${next.title}`;
}

function partTitle({ title, status }: { title: string; status: ScoStatus }): string {
  if (status.success === 'failed') return `You have not passed “${title}” yet`;
  return statusMark(status) === 'done' ? `You have finished “${title}”` : `“${title}” is not finished yet`;
}
