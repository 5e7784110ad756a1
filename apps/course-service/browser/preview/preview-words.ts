import type { NoticeWords } from '../page/notice';

type Go = () => void;

/** The content asked to leave, or said it is done and there is only one part. A tester may still want to record something. */
export const moduleEnded = (again: Go, leave: Go, backTo: string): NoticeWords => ({
  title: 'The module has ended here',
  paragraphs: ['Members go on from here to the page that says what was recorded. You can still record what you found.'],
  actions: [
    { text: backTo, go: leave },
    { text: 'Open it again', go: again, secondary: true },
  ],
});

export const previewPartEnded = (
  title: string,
  next: { title: string; go: Go } | undefined,
  again: Go,
  leave: Go,
  backTo: string,
): NoticeWords => ({
  title: `“${title}” has ended here`,
  paragraphs: [next ? `Next: ${next.title}` : 'This was the last part. You can open any part from the list.'],
  actions: [
    ...(next ? [{ text: 'Go to the next part', go: next.go }] : []),
    { text: 'Open it again', go: again, secondary: true },
    { text: backTo, go: leave, secondary: next !== undefined },
  ],
});

export const FAILED = {
  unreachable: 'We cannot reach the Members Area. What you wrote is still here: please try again in a moment.',
  notMoved: 'We cannot reach the Members Area, so nothing was changed. Please try again in a moment.',
} as const;
