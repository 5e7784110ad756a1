import { said, w } from '@induct/platform';
import { LIMITS } from './limits';

/** A cookie that we set. */
export interface CookieSaid {
  /** Without the `__Host-` that browsers want before it on secure sites. */
  name: string;
  /** What it is for. */
  does: string;
  /** When it goes. */
  goes: string;
}

/**
 * Every cookie there is. A test visits the site, signed out and signed in, and finds no other: whoever adds one says here what
 * it is for. For whoever reads it.
 */
export const cookiesInWords = (): readonly CookieSaid[] => [
  {
    name: 'induct',
    does: said('Keeps you signed in.'),
    goes: w`When you close the browser. It stops working after ${LIMITS.quiet} (${LIMITS.quietAtTheDesk} at the officers’ desk) without use, and after ${LIMITS.atMost} at most.`,
  },
  {
    name: 'induct-waiting',
    does: said('Remembers that this browser asked for a link to sign in.'),
    goes: said('After 15 minutes.'),
  },
  {
    name: 'induct-council',
    does: said('While you sign in with your council account: makes sure that the answer comes back to this browser.'),
    goes: said('When you are signed in, or after an hour.'),
  },
  {
    name: 'induct-device',
    does: said('Only if you tick “This is my own device”: lets you continue there with one press.'),
    goes: said('After 30 days, or when you have the device forgotten.'),
  },
  {
    name: 'induct-offer',
    does: said('After a letter, if you have no passkey: lets the next page offer you one.'),
    goes: said('When that page is shown, or after two minutes.'),
  },
  {
    name: 'induct-form',
    does: said('Opens what you typed into a form if your sign-in ends before you send it.'),
    goes: w`After 14 hours. What you typed goes after ${LIMITS.kept}.`,
  },
  {
    name: 'induct-left',
    does: said(
      'Only if a form is sent from a page that you had open before somebody else signed in here: opens what you typed, for you alone, when you sign in again.',
    ),
    goes: w`When you sign in again, or after ${LIMITS.kept}.`,
  },
  {
    name: 'induct-done',
    does: said('When you have sent a form: lets the next page tell you so, once.'),
    goes: said('When that page is shown, or after a minute.'),
  },
  {
    name: 'induct-language',
    does: said(
      'Only if you choose a language: shows every page in it. If you are signed in, your choice is kept with your name too.',
    ),
    goes: said('After a year.'),
  },
  {
    name: 'induct-paper',
    does: said('Only if you scan the code of an older certificate: shows you the name on it.'),
    goes: said('After a minute.'),
  },
];
