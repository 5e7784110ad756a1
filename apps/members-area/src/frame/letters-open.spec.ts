import { type Role, ROLES } from '@induct/people';
import { decideAccess } from '@induct/sign-in';
import { findRooms } from './rooms';
import { sitePlan } from './site-plan';

const { pages } = sitePlan(findRooms().screens);
const ANYBODY: readonly Role[] = ROLES;

/** Where each kind of letter leads, and who gets it. A new kind gets its line here. */
const LETTERS: readonly (readonly [kind: string, page: string, sentTo: readonly Role[]])[] = [
  ['a certificate is ready, corrected, suspended or counts again', '/certificates', ANYBODY],
  ['a guest is asked how it was', '/guest-feedback/:token', ANYBODY],
  ['a certificate is checked', '/verify/:number', ANYBODY],
  ['something is due, a claim is decided, evidence is withdrawn', '/standing', ANYBODY],
  ['asks for something, and says where one chooses how often', '/account/letters', ANYBODY],
  ['a session can be booked for what is due', '/programme/:slug', ['member', 'tester', 'officer']],
  ['a session was', '/feedback/:session', ['member', 'tester', 'officer']],
  ['a module is to be taken again', '/modules/:slug', ['member', 'tester']],
  ['what is overdue', '/admin/mandates/overdue', ['officer', 'champion']],
  ['what is overdue, to others at the desk', '/admin', ['administrator']],
  ['a template waits for its approval', '/admin/templates/:number', ['administrator']],
  ['arms or a logo wait', '/admin/council-mark/:id', ['officer', 'administrator']],
  ['a change waits for a second person', '/admin/people/waiting/:id', ['officer', 'administrator']],
  ['a change was made', '/admin/people/waiting', ['officer', 'administrator']],
  ['a change was made, to others; an account', '/', ANYBODY],
  ['a council account asks to be linked', '/sign-in/link/:token', ANYBODY],
  ['a council account was linked or unlinked', '/account', ANYBODY],
  ['an edition of the handbook is out', '/handbook', ['member']],
  ['what has changed since the edition before', '/handbook/changes', ['member']],
  ['a round of testing', '/testing/rounds/:roundId', ['tester', 'officer']],
  ['a finding is said to be fixed', '/testing/findings/:findingId', ['tester']],
];

describe('a letter', () => {
  it.each(LETTERS)('that %s leads to a page that whoever gets it may open', (_kind, path, sentTo) => {
    const page = pages.find((one) => one.path.replaceAll(/:\w+/g, ':') === path.replaceAll(/:\w+/g, ':'));
    expect(page).toBeDefined();
    for (const role of sentTo) expect([role, decideAccess(page!.access, [role])]).toEqual([role, 'let in']);
  });
});
