import { plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';

interface SignInLetter {
  name: string;
  url: string;
  council: string;
  minutes: number;
}

/** The words of the sign-in letter, as plain text and as HTML. */
export const signInLetter = ({ name, url, council, minutes }: SignInLetter) =>
  plainLetter({
    subject: said('Your link to sign in'),
    name,
    before: [w`use this link to sign in to the Members Area of ${council}:`],
    link: { url, text: said('Sign in to the Members Area') },
    after: [
      w`It works once, for ${minutes} minutes. If you open it on another device, you will be asked for the code shown on the page where you asked for this letter.`,
      said('If you did not ask to sign in, you need not do anything: nobody can sign in without opening this letter.'),
    ],
  });
