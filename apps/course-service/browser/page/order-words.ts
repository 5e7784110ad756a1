import type { ScoStatus } from '../launch/launch-state';
import { partTitle } from './ending-words';
import type { NoticeAction, NoticeWords } from './notice';
import { say } from '../speech/say';

type Go = () => void;

/** What "Continue" does. */
export interface Onward {
  /** Title of the part that it opens; undefined when nothing is left. */
  to: string | undefined;
  go: Go;
}

const onward = ({ to, go }: Onward): NoticeAction => ({
  text: to === undefined ? say('Finish the module') : say('Continue with “⟨0⟩”', to),
  go,
});

/** A part has ended. What stands in its page can be read as long as anybody likes. */
export const orderedPartEnded = (
  part: { title: string; status: ScoStatus },
  goOn: Onward | undefined,
  leave: Go,
): NoticeWords => ({
  title: partTitle(part),
  paragraphs: goOn ? [] : [say('Choose what to do next in the contents, or leave: your place is kept.')],
  actions: [
    ...(goOn ? [onward(goOn)] : []),
    { text: say('Save and come back later'), go: leave, secondary: goOn !== undefined },
  ],
});

/** Asked once: it cannot be taken back. */
export const finishAttempt = (finish: Go, carryOn: Go): NoticeWords => ({
  title: say('Finish this attempt?'),
  paragraphs: [
    say('What you have done is kept, and counts. When you open the module again, it begins from the start.'),
  ],
  actions: [
    { text: say('Yes, finish it'), go: finish },
    { text: say('No, carry on'), go: carryOn, secondary: true },
  ],
});

/** “Having fun”: This part closed on 31 January 2026 at 12:00. @param words about the part, which is "this" */
export const ofPart = (title: string, words: string): string => say('“⟨0⟩”: ⟨1⟩', title, words);

/** @param why in words */
export const leadsNowhere = (why: string, understood: Go): NoticeWords => ({
  title: say('That is not possible now'),
  paragraphs: [`${why}.`],
  actions: [{ text: say('OK'), go: understood, secondary: true }],
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
    ...(choose ? [{ text: say('Show the contents'), go: choose, secondary: goOn !== undefined }] : []),
  ];
  const next = goOn
    ? say('What you have done is saved.')
    : say('What you have done is saved. Choose a part in the contents.');
  return {
    title: choose || goOn ? say('Choose what to do next') : say('There is nothing to open now'),
    paragraphs: [
      ...(ended === undefined ? [] : [say('“⟨0⟩” has ended.', ended)]),
      ...(why ? [`${why}.`] : []),
      ways.length > 0 ? next : say('The rules of this module open no part for you now. What you have done is saved.'),
    ],
    actions: [...ways, { text: say('Leave the module'), go: leave, secondary: ways.length > 0 }],
  };
};
