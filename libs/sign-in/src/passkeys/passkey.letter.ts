import { plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';

interface Added {
  name: string;
  /** Of the passkey. */
  passkey: string;
  council: string;
  url: string;
}

/** Tells that a passkey was added: whoever did not do it can end it. */
export const passkeyAddedLetter = ({ name, passkey, council, url }: Added) =>
  plainLetter({
    subject: said('A passkey was added to your account'),
    name,
    before: [
      w`a passkey was added to your account in the Members Area of ${council}: ${passkey}. It signs you in without a letter.`,
      said('If that was you, you need not do anything. If it was not, remove it, and sign out on all your devices:'),
    ],
    link: { url, text: said('Look at your passkeys') },
    after: [said('If you cannot sign in, tell Democratic Services.')],
  });
