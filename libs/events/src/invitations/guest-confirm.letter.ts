import { plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';

interface GuestConfirmLetter {
  name: string;
  title: string;
  /** When and where, in words. */
  when: string;
  council: string;
  url: string;
}

/** To somebody who wants to come as a guest: nothing is booked before they press. */
export const guestConfirmLetter = ({ name, title, when, council, url }: GuestConfirmLetter) =>
  plainLetter({
    subject: w`Confirm that you want to come: ${title}`,
    name,
    before: [
      w`you asked ${council} for a place at “${title}” (${when}). Use this link to confirm your address and take the place:`,
    ],
    link: { url, text: said('Confirm and take the place') },
    after: [
      said(
        'The link works for two days. Afterwards it is yours: by it you see your place, say what you need, and give the place up. So do not pass it on.',
      ),
      said('If you did not ask for a place, you need not do anything: nothing is booked, and your address is deleted.'),
    ],
  });
