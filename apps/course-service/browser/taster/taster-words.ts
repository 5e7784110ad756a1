import type { NoticeWords } from '../page/notice';
import { say } from '../speech/say';

type Go = () => void;

export const keepsNothing = (understood: Go): NoticeWords => ({
  title: say('This browser keeps nothing here'),
  paragraphs: [
    say(
      'Perhaps its window is a private one, or it keeps no data of websites. You can do the whole module all the same. When you close this page, your place in it is gone.',
    ),
  ],
  actions: [{ text: say('OK'), go: understood, secondary: true }],
});

export const placeIsLost = (stay: Go, leave: Go): NoticeWords => ({
  title: say('This browser does not keep your place'),
  paragraphs: [say('If you leave now, you begin from the beginning next time.')],
  actions: [
    { text: say('Stay in the module'), go: stay },
    { text: say('Leave anyway'), go: leave, secondary: true },
  ],
});
