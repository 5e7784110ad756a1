import type { ScoStatus } from '../launch/launch-state';
import { statusMark } from './contents';
import type { NoticeAction, NoticeWords } from './notice';

type Go = () => void;

/** What "Continue" does. */
export interface Onward {
  /** Title of the part that it opens; undefined when nothing is left. */
  to: string | undefined;
  go: Go;
}

const onward = ({ to, go }: Onward): NoticeAction => ({
  text: to === undefined ? 'Finish the module' : `Continue with “${to}”`,
  go,
});

/** A part has ended. What stands in its page can be read as long as anybody likes. */
export const orderedPartEnded = (
  part: { title: string; status: ScoStatus },
  goOn: Onward | undefined,
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
    ...(goOn ? [onward(goOn)] : []),
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

export interface NothingOpen {
  /** Why what was asked led nowhere, in words. */
  why: string | undefined;
  /** Title of the part that was open before. */
  ended: string | undefined;
  /** Shows the contents, when there is something to choose. */
  choose: Go | undefined;
  goOn: Onward | undefined;
  leave: Go;
}

/** No part is open. */
export const nothingOpen = ({ why, ended, choose, goOn, leave }: NothingOpen): NoticeWords => {
  const ways: NoticeAction[] = [
    ...(goOn ? [onward(goOn)] : []),
    ...(choose ? [{ text: 'Show the contents', go: choose, secondary: goOn !== undefined }] : []),
  ];
  const saved = 'What you have done is saved.';
  const next = goOn ? saved : `${saved} Choose a part in the contents.`;
  return {
    title: choose || goOn ? 'Choose what to do next' : 'There is nothing to open now',
    paragraphs: [
      ...(ended === undefined ? [] : [`“${ended}” has ended.`]),
      ...(why ? [`${why}.`] : []),
      ways.length > 0 ? next : 'The rules of this module open no part for you now. What you have done is saved.',
    ],
    actions: [...ways, { text: 'Leave the module', go: leave, secondary: ways.length > 0 }],
  };
};
