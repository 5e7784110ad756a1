import type { NoticeWords } from '../page/notice';

type Go = () => void;

export const keepsNothing = (understood: Go): NoticeWords => ({
  title: 'This browser keeps nothing here',
  paragraphs: [
    'Perhaps its window is a private one, or it keeps no data of websites. You can do the whole module all the same. When you close this page, your place in it is gone.',
  ],
  actions: [{ text: 'OK', go: understood, secondary: true }],
});

export const placeIsLost = (stay: Go, leave: Go): NoticeWords => ({
  title: 'This browser does not keep your place',
  paragraphs: ['If you leave now, you begin from the beginning next time.'],
  actions: [
    { text: 'Stay in the module', go: stay },
    { text: 'Leave anyway', go: leave, secondary: true },
  ],
});
