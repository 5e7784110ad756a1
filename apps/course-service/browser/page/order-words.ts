import type { ScoStatus } from '../launch/launch-state';
import { statusMark } from './contents';
import type { NoticeAction, NoticeWords } from './notice';

type Go = () => void;

/** A part has ended. What stands in its page can be read as long as anybody likes. */
export const orderedPartEnded = (
  part: { title: string; status: ScoStatus },
  goOn: Go | undefined,
  leave: Go,
): NoticeWords => ({
  title:
    part.status.success === 'failed'
      ? `You have not passed “${part.title}” yet`
      : statusMark(part.status) === 'done'
        ? `You have finished “${part.title}”`
        : `“${part.title}” is not finished yet`,
  paragraphs: goOn ? [] : ['Choose what to do next in the contents, or leave: your place is kept.'],
  actions: [
    ...(goOn ? [{ text: 'Continue', go: goOn }] : []),
    { text: 'Save and come back later', go: leave, secondary: goOn !== undefined },
  ],
});

/** Asked once: it cannot be taken back. */
export const finishAttempt = (finish: Go, carryOn: Go): NoticeWords => ({
  title: 'Finish this attempt?',
  paragraphs: ['What you have done is kept, and counts. When you open the module again, it begins from the start.'],
  actions: [
    { text: 'Yes, finish it', go: finish },
    { text: 'No, carry on', go: carryOn, secondary: true },
  ],
});

/** @param why in words */
export const leadsNowhere = (why: string, understood: Go): NoticeWords => ({
  title: 'That is not possible now',
  paragraphs: [`${why}.`],
  actions: [{ text: 'OK', go: understood, secondary: true }],
});

/** No part is open. @param canChoose there are contents to choose from */
export const nothingOpen = (canChoose: boolean, goOn: Go | undefined, leave: Go): NoticeWords => {
  const begin: NoticeAction[] = goOn ? [{ text: 'Continue', go: goOn }] : [];
  return {
    title: canChoose ? 'Choose a part' : 'There is nothing to open now',
    paragraphs: [
      canChoose
        ? 'This module lets you choose where to begin: its parts are in the contents.'
        : 'The rules of this module open no part for you now. What you have done is saved.',
    ],
    actions: [...begin, { text: 'Leave the module', go: leave, secondary: goOn !== undefined }],
  };
};
