import type { NoticeWords } from './notice';
import { clockTime } from './save-state';
import { say } from '../speech/say';

type Go = () => void;

export const openedElsewhere = (siteReturnUrl: string): NoticeWords => ({
  title: say('You opened this module somewhere else'),
  paragraphs: [
    say('Carry on in the other window, tab or device. This one no longer keeps your place.'),
    say('What you did here before is saved.'),
  ],
  actions: [{ text: say('Back to the Members Area'), go: siteReturnUrl }],
});

/** @param device whether this device keeps what the server does not have */
export const sessionEnded = (siteReturnUrl: string, device: boolean): NoticeWords => ({
  title: say('This page can no longer save'),
  paragraphs: [
    device
      ? say(
          'It has been open for a long time. What was not saved yet is kept on this device, and is sent when you open the module again here.',
        )
      : say(
          'It has been open for a long time. What the bar did not call saved is lost: this browser keeps nothing on this device.',
        ),
  ],
  actions: [{ text: say('Open the module again'), go: siteReturnUrl }],
});

/** The content is gone, and what it sent is still on its way. */
export const onTheWayOut = (): NoticeWords => ({
  title: say('Saving what you did'),
  paragraphs: [say('You will be taken on as soon as it is saved.')],
  actions: [],
});

export const notSavedYet = (leave: Go, stay: Go, device: boolean): NoticeWords => ({
  title: say('Not saved yet'),
  paragraphs: [
    say(
      'We cannot reach the Members Area at the moment, and keep trying. You will be taken on as soon as it has worked.',
    ),
    device
      ? say('If you leave now, what you did is kept on this device and is sent when you next open this module here.')
      : say('If you leave now, what was not saved is lost: this browser keeps nothing on this device.'),
  ],
  actions: [
    { text: say('Stay in the module'), go: stay },
    { text: say('Leave anyway'), go: leave, secondary: true },
  ],
});

export const earlierWorkNotSent = (again: Go, goOn: Go): NoticeWords => ({
  title: say('Your last visit has not been saved yet'),
  paragraphs: [
    say('Some of what you did last time is still on this device, and we cannot reach the Members Area to save it.'),
    say('If you go on now, you may start at an earlier place. Nothing is thrown away.'),
  ],
  actions: [
    { text: say('Try again'), go: again },
    { text: say('Go on without it'), go: goOn, secondary: true },
  ],
});

export const placeNotKnown = (again: Go, goOn: Go): NoticeWords => ({
  title: say('We cannot see where you stopped'),
  paragraphs: [
    say(
      'What you did last time has been saved just now, but we cannot reach the Members Area to ask where you stopped.',
    ),
    say('If you go on now, you may start at an earlier place. Nothing is thrown away.'),
  ],
  actions: [
    { text: say('Try again'), go: again },
    { text: say('Go on'), go: goOn, secondary: true },
  ],
});

export const nothingIsKept = (understood: Go): NoticeWords => ({
  title: say('This browser keeps nothing on this device'),
  paragraphs: [
    say(
      'The module works. What you do is safe as soon as the bar says “Saved” with the time: wait for that before you close the page.',
    ),
    say('To change it, allow this site to store data, or use another browser.'),
  ],
  actions: [{ text: say('OK'), go: understood, secondary: true }],
});

export const leftOut = (understood: Go): NoticeWords => ({
  title: say('Some earlier answers are not kept'),
  paragraphs: [
    say(
      'This module has sent more than the Members Area keeps. Your result, your place and your newest answers are saved: you need do nothing.',
    ),
  ],
  actions: [{ text: say('OK'), go: understood, secondary: true }],
});

export const pageTouched = (leave: Go): NoticeWords => ({
  title: say('Something has changed this page that should not'),
  paragraphs: [
    say(
      'It may be an add-on of your browser, such as a translator, or the module itself. Do not believe what the page asks of you, and type no password or personal data. We tell the officers.',
    ),
  ],
  actions: [{ text: say('Exit and save'), go: leave }],
});

export const windowBlocked = (open: Go, close: Go): NoticeWords => ({
  title: say('This module wants to open a window'),
  paragraphs: [say('Your browser did not let it. Part of the module may be in there.')],
  actions: [
    {
      text: say('Open the window'),
      go: () => {
        close();
        open();
      },
    },
    { text: say('Not now'), go: close, secondary: true },
  ],
});

export const pdfElsewhere = (open: Go, close: Go): NoticeWords => ({
  title: say('There is a PDF document on this page of the module'),
  paragraphs: [say('Your browser shows it in a window of its own.')],
  actions: [
    { text: say('Open the document'), go: open },
    { text: say('Not now'), go: close, secondary: true },
  ],
});

export const turnYourPhone = (understood: Go): NoticeWords => ({
  title: say('Turn your phone on its side'),
  paragraphs: [say('This module is wider than the screen. It is larger that way.')],
  actions: [{ text: say('OK'), go: understood, secondary: true }],
});

/** The server will never take it as it is. @param goOn left out when the module has been left already */
export const notTaken = (now: Date, leave: Go, device: boolean, goOn?: Go): NoticeWords => ({
  title: device ? say('Your answers are kept on this device') : say('Some of your answers were not taken'),
  paragraphs: [
    say(
      'The Members Area did not take some of what you did here. Trying again straight away would not help, so we have stopped.',
    ),
    device
      ? say(
          'Tell Democratic Services the name of this module and the time, ⟨0⟩. Until they have looked into it, use this device and do not clear its browser’s data: what is kept here is offered again whenever you open this module.',
          clockTime(now.toISOString()),
        )
      : say('Tell Democratic Services the name of this module and the time, ⟨0⟩.', clockTime(now.toISOString())),
  ],
  actions: [
    ...(goOn ? [{ text: say('Carry on'), go: goOn }] : []),
    { text: say('Leave the module'), go: leave, secondary: goOn !== undefined },
  ],
});
