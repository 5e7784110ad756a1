import { nameInText, plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';

interface LinkLetter {
  name: string;
  url: string;
  council: string;
  /** What the council calls the account that asks. */
  account: string;
  minutes: number;
}

/** To the address that we hold, never to one that an account claims. It says whose account asks. */
export const linkLetter = ({ name, url, council, account, minutes }: LinkLetter) =>
  plainLetter({
    subject: said('Is this your council account?'),
    name,
    before: [
      w`somebody has signed in to the Members Area of ${council} with a council account that we do not know yet, and says that it is yours:`,
      nameInText(account),
      said('If it is yours, use this link. From then on you sign in with it and need no letter.'),
    ],
    link: { url, text: said('This is my account') },
    after: [
      w`The link works once, for ${minutes} minutes. If you open it on another device, you will be asked for the code shown on the page where you asked for this letter.`,
      said(
        'If it is not yours, or you did not ask, do not use the link and give nobody a code: they could then sign in as you. Please tell Democratic Services.',
      ),
    ],
  });

interface AccountLetter {
  name: string;
  url: string;
  council: string;
  account: string;
}

const notYou = () =>
  said('If that was not you, open that page at once and tell Democratic Services by telephone or in person.');

export const linkedLetter = ({ name, url, council, account }: AccountLetter) =>
  plainLetter({
    subject: said('Your council account was linked'),
    name,
    before: [
      w`from now on whoever signs in with this council account is let in to the Members Area of ${council} as you:`,
      nameInText(account),
      said('You can unlink it under “Your account”.'),
    ],
    link: { url, text: said('Your account') },
    after: [notYou()],
  });

export const unlinkedLetter = ({ name, url, council, account }: AccountLetter) =>
  plainLetter({
    subject: said('Your council account was unlinked'),
    name,
    before: [
      w`this council account no longer lets anybody in to the Members Area of ${council}:`,
      nameInText(account),
      said('You can still sign in with a letter, and link it again.'),
    ],
    link: { url, text: said('Your account') },
    after: [notYou()],
  });
