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

/** @param hosts that the module asked for something, and got nothing from @param isScript it was a script that was asked for last */
export const websiteClosed = (hosts: readonly string[], isScript: boolean, understood: Go): NoticeWords => ({
  title: `The module asks for ${isScript ? 'a script' : 'content'} from ${hosts.at(-1)!}, and does not get it`,
  paragraphs: [
    `${isScript ? 'If the module stands still, this is why. ' : ''}Other websites stay closed until an officer agrees to them on the page of the version${hosts.length > 1 ? ` (here: ${hosts.join(', ')})` : ''}. Best is a package that has everything inside.`,
  ],
  actions: [{ text: 'OK', go: understood, secondary: true }],
});

export const FAILED = {
  unreachable: 'We cannot reach the Members Area. What you wrote is still here: please try again in a moment.',
  notMoved: 'We cannot reach the Members Area, so nothing was changed. Please try again in a moment.',
} as const;
