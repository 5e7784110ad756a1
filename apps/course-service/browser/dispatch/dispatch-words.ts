import { partTitle } from '../page/ending-words';
import type { NoticeWords } from '../page/notice';
import { say } from '../speech/say';
import type { ScoStatus } from '../launch/launch-state';

type Go = () => void;

export const openFromThere: NoticeWords = {
  title: 'Open this module from your learning system',
  paragraphs: ['It has to be opened there, so that what you do is kept.'],
  actions: [],
};

export const moduleEnded = (title: string, status: ScoStatus, again: Go, leave: Go): NoticeWords => ({
  title: partTitle({ title, status }),
  paragraphs: [],
  actions: [
    { text: say('Exit and save'), go: leave },
    { text: say('Open it again'), go: again, secondary: true },
  ],
});

export const isClosed: NoticeWords = {
  title: 'This module is no longer available here',
  paragraphs: [
    'The council that provides it has ended it while you had it open. What you have done so far is kept by your learning system.',
  ],
  actions: [],
};

export const notAllKept = (understood: Go): NoticeWords => ({
  title: 'Your learning system does not keep your place',
  paragraphs: [
    'This module wants to remember more than your learning system takes. Your result is passed on all the same. Finish in one go if you can: when you come back you may have to begin again.',
  ],
  actions: [{ text: 'OK', go: understood, secondary: true }],
});

export const notTold = (again: Go, leave: Go): NoticeWords => ({
  title: 'Your learning system has not taken your result yet',
  paragraphs: ['If you leave now, it may be missing there.'],
  actions: [
    { text: 'Stay in the module', go: again },
    { text: 'Leave anyway', go: leave, secondary: true },
  ],
});
