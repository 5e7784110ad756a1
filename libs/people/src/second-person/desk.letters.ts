import { nameInText, plainLetter } from '@induct/letters';
import { said, w } from '@induct/platform';

const notRight = () =>
  said('If this does not look right, tell Democratic Services at once, by telephone or in person.');

/** To those who can agree, in English: it leads to the desk. @param what `Give Amara Whitfield the role Tester` */
export const waitsLetter = (name: string, about: { what: string; by: string; url: string }) =>
  plainLetter({
    subject: 'Somebody has to agree to a change',
    name,
    before: [
      `${nameInText(about.by)} proposes a change that takes two people. Please look at it, and agree only if you know that it is right:`,
      `${about.what}.`,
    ],
    link: { url: about.url, text: 'Look at the change' },
    after: [notRight()],
  });

/** To everybody at the desk, in English. @param how `Proposed by Ada Root, agreed by Ruth Calloway.` */
export const doneLetter = (name: string, about: { what: string; how: string; link: { url: string; text: string } }) =>
  plainLetter({
    subject: 'A change that everybody at the desk is told of',
    name,
    before: [`this was done: ${about.what}.`, about.how],
    link: about.link,
    after: [notRight()],
  });

/** To both addresses. @param before, after the addresses */
export const addressLetter = (name: string, about: { before: string; after: string; url: string; council: string }) =>
  plainLetter({
    subject: said('Your email address was changed'),
    name,
    before: [
      w`the email address that you sign in with to the Members Area of ${about.council} was changed from ${about.before} to ${about.after}. You were signed out everywhere.`,
    ],
    link: { url: about.url, text: said('Sign in') },
    after: [notRight()],
  });

/** To somebody who can no longer sign in, or can again. */
export const accountLetter = (name: string, about: { active: boolean; url: string; council: string }) =>
  plainLetter({
    subject: about.active ? said('You can sign in again') : said('You can no longer sign in'),
    name,
    before: [
      about.active
        ? w`you can sign in to the Members Area of ${about.council} again.`
        : w`your account in the Members Area of ${about.council} was deactivated. What you have done there is kept, and your certificates stay valid.`,
    ],
    link: { url: about.url, text: w`The Members Area of ${about.council}` },
    after: [notRight()],
  });
